import type { MigrationInterface, QueryRunner } from 'typeorm';

const up = `
alter table post add programme text;

-- What happened to one case may be told about each of those that follow it.
alter table notification drop constraint notification_event_recipient_kind_key,
  add unique (event, case_id, recipient, kind);
alter table mail drop constraint mail_event_kind_key, add unique (event, case_id, kind);

create table following (
  case_id uuid not null,
  parent uuid not null,
  reference text not null,
  type text not null,
  language text not null check (language in ('ar', 'en')),
  subject text,
  reachable boolean not null,
  imported boolean not null,
  since bigint not null,
  primary key (parent, case_id)
);
comment on table following is 'Cases that follow another, since which position of the log of cases; subject is null for who has no account.';

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
create index errand_open on errand (next_attempt_at) where state = 'open';
comment on table errand is 'What takes more than the event to be told: many followers, page by page after told_to, or a look at the case.';
`;

/** Cases follow others; what has to be told to many, or needs a question first, waits in a queue. */
export class Followers1768003300000 implements MigrationInterface {
  name = 'Followers1768003300000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(up);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop table errand, following;
      alter table mail drop constraint mail_event_case_id_kind_key, add unique (event, kind);
      alter table notification drop constraint notification_event_case_id_recipient_kind_key,
        add unique (event, recipient, kind);
      alter table post drop programme`);
  }
}
