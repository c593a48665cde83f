import type { MigrationInterface, QueryRunner } from 'typeorm';

const columns = `
alter table cycle add imported boolean not null default false;
alter table unsummed add imported boolean not null default false;
comment on column cycle.due_at is 'Current due of a classified cycle; until then the due of its acknowledgement. Null while a pause keeps it from being reached.';
comment on column cycle.original_due_at is 'The same, of the first due.';
comment on column cycle.imported is 'Of another system''s record: it never was on the ladder of escalation.';

create table threshold (
  name text primary key,
  value int not null check (value > 0)
);
comment on table threshold is 'By which numbers figures are shown and compared. A proposal, to be changed here.';
insert into threshold (name, value) values
  ('FEWEST_SHOWN', 5), ('FEWEST_RANKED', 30), ('LARGE_VOLUME', 200), ('MIDDLE_VOLUME', 50), ('WATCHED_QUESTIONS', 20);

create table reopening_term (
  programme text not null,
  version int not null,
  effective_from date not null,
  working_days int not null,
  primary key (programme, version)
);
comment on table reopening_term is 'For how many working days an answer may be reopened, by the SLA policies of the directory.';
`;

// What is counted of cycles that are known already has changed: all of it is counted again from the logs.
const again = `
truncate cycle, unsummed, rollup, standing, duration, term, calendar;
update clock set passed_to = date_trunc('milliseconds', clock_timestamp());
update follower set position = 0;
`;

/**
 * A cycle that nobody classifies is late by its acknowledgement due; imported cycles are left out of the ladder's
 * figures; thresholds and the time for reopening are data. The figures are made again from the logs.
 */
export class DueAndTerms1796083200000 implements MigrationInterface {
  name = 'DueAndTerms1796083200000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(columns);
    await runner.query(again);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop table reopening_term, threshold;
      alter table unsummed drop imported;
      alter table cycle drop imported;
    `);
  }
}
