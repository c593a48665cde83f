import type { MigrationInterface, QueryRunner } from 'typeorm';

const up = `
select from notification_jobs.add_jobs(array(
  select row('send-mail', json_build_object('mail', id), null, next_attempt_at, 1000, 'mail:' || id, null, null)
    ::notification_jobs.job_spec
  from mail where state = 'queued'));
alter table mail drop next_attempt_at, drop attempts;
comment on table mail is 'Mails and what became of them; a queued one has a job.';

select from notification_jobs.add_jobs(array(
  select row(
      case kind when 'followers' then 'tell-followers' else 'tell-staff' end,
      case kind
        when 'followers' then jsonb_build_object('event', event, 'caseId', case_id, 'position', position, 'at', at,
          'after', told_to) || about
        else jsonb_build_object('event', event, 'caseId', case_id, 'at', at, 'about', about || jsonb_build_object('kind', kind))
      end::json,
      null, next_attempt_at, case kind when 'followers' then 32000 else 1000 end, 'tell:' || event || case kind when 'followers' then ':' || coalesce(told_to::text, '') else '' end, null, null
    )::notification_jobs.job_spec
  from errand where state = 'open'));
drop table errand;
`;

const down = `
alter table mail add attempts integer not null default 0,
  add next_attempt_at timestamptz not null default clock_timestamp();
create index mail_queue on mail (next_attempt_at) where state = 'queued';
create table errand (
  event uuid primary key,
  kind text not null check (kind in ('followers', 'note', 'promise')),
  case_id uuid not null,
  about jsonb not null,
  position bigint not null,
  at timestamptz not null,
  told_to uuid,
  attempts integer not null default 0,
  next_attempt_at timestamptz not null default clock_timestamp(),
  state text not null default 'open' check (state in ('open', 'done', 'dropped'))
);
create index errand_open on errand (next_attempt_at) where state = 'open'`;

/** Mails that wait, and what has to be told step by step, become jobs. */
export class Jobs1796256000000 implements MigrationInterface {
  name = 'Jobs1796256000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(up);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(down);
  }
}
