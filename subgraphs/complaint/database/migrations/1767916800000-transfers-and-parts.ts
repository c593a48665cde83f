import type { MigrationInterface, QueryRunner } from 'typeorm';

const transfers = `
create table transfer (
  case_id uuid not null,
  number int not null,
  from_entity text not null,
  to_entity text not null,
  reason text not null check (reason <> ''),
  at_room boolean not null,
  requested_at timestamptz not null,
  requested_post text,
  decision text check (decision in ('ACCEPTED', 'REFUSED', 'REFERRED', 'ENDED')),
  decided_at timestamptz,
  decided_post text,
  refusal text,
  received_by text,
  credited_minutes int,
  primary key (case_id, number),
  check ((decision is null) = (decided_at is null))
);
create unique index transfer_waits on transfer (case_id) where decision is null;
comment on table transfer is 'One row for each time somebody was asked to decide: the target, then the operation room';
comment on column transfer.decision is 'REFERRED: nobody decided in time; ENDED: the case ended meanwhile';
comment on column transfer.received_by is 'Entity that has the case since; the operation room may choose another than was asked';
comment on column transfer.credited_minutes is 'Working minutes for which the former entity held it';
`;

const parts = `
create table part (
  case_id uuid not null,
  number int not null,
  entity text not null,
  question text not null check (question <> ''),
  requested_at timestamptz not null,
  requested_post text,
  due_at timestamptz not null,
  state text not null default 'OPEN' check (state in ('OPEN', 'ANSWERED', 'WITHDRAWN')),
  answer text,
  settled_at timestamptz,
  settled_post text,
  reason text,
  primary key (case_id, number),
  check ((state = 'OPEN') = (settled_at is null)),
  check ((state = 'ANSWERED') = (answer is not null))
);
comment on table part is 'What other entities are asked to contribute to the answer of a case';
create index part_entity on part (entity, due_at, case_id, number);
create index part_due on part (due_at, case_id, number);
`;

export class TransfersAndParts1767916800000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const tables of [transfers, parts]) await runner.query(tables);
  }

  async down(): Promise<void> {
    throw new Error('what became of cases is never dropped: restore a backup instead');
  }
}
