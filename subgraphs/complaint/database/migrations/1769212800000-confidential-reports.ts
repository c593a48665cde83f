import type { MigrationInterface, QueryRunner } from 'typeorm';

// Wrong secrets by reference and caller: a stranger's tries delay nobody else. The table before counted by reference
// alone; the previous release still writes to it.
const attempts = `
create table failed_attempt (
  reference text not null,
  caller text not null,
  tries int not null,
  last_at timestamptz not null,
  primary key (reference, caller)
);
create index failed_attempt_age on failed_attempt (last_at);
comment on table failed_attempt is 'Wrong follow-up secrets, kept a day';
comment on column failed_attempt.caller is 'Opaque key of the caller, never an address';
`;

// Who reported is shown to who asked with a reason, after a second person approved.
const requests = `
create table identity_request (
  id uuid primary key default uuidv7(),
  case_id uuid not null,
  reason text not null check (reason <> ''),
  requested_by text not null,
  requested_post text,
  requested_at timestamptz not null,
  decision text check (decision in ('APPROVED', 'DECLINED')),
  decided_by text,
  decided_post text,
  decided_at timestamptz,
  check (decided_by is distinct from requested_by),
  check ((decision is null) = (decided_at is null))
);
create index identity_request_case on identity_request (case_id, id);
create unique index identity_request_waits on identity_request (case_id, requested_by) where decision is null;
comment on table identity_request is 'Requests to be shown who filed a report';
`;

// Of a confidential report the place is kept encrypted as well; its words are, in the columns of other cases.
const places = `
alter table filing add column sealed_point bytea;
comment on column filing.sealed_point is 'Of a confidential report, in place of latitude and longitude';
`;

export class ConfidentialReports1769212800000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const part of [attempts, requests, places]) await runner.query(part);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table failed_attempt');
    await runner.query('drop table identity_request');
    throw new Error('sealed places are never dropped: restore a backup instead');
  }
}
