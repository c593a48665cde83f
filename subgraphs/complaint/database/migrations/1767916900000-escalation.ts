import type { MigrationInterface, QueryRunner } from 'typeorm';

// One row for each level that a round reached: the key, and no lock, makes it happen once. The schedulers go
// through what is due in the order of moment and id, so that many of one moment are passed in batches too.
const escalation = `
create table escalation (
  case_id uuid not null,
  cycle int not null,
  level text not null check (level in ('L0', 'L1', 'L2', 'L3', 'L4')),
  trigger text not null check (trigger in ('CLOCK', 'APPLICANT')),
  at timestamptz not null,
  posts text[] not null,
  primary key (case_id, cycle, level),
  foreign key (case_id, cycle) references cycle (case_id, number)
);
comment on table escalation is 'Levels of the ladder that rounds of cases reached';
comment on column escalation.posts is 'Keys of the posts that were told';

drop index cases_escalates;
create index cases_escalates on cases (escalates_at, id) where escalates_at is not null;
drop index cases_times_out;
create index cases_times_out on cases (times_out_at, id) where times_out_at is not null;
`;

export class Escalation1767916900000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(escalation);
  }

  async down(): Promise<void> {
    throw new Error('who was told of what is never dropped: restore a backup instead');
  }
}
