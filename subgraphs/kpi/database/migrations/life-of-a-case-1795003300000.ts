import type { MigrationInterface, QueryRunner } from 'typeorm';

const columns = `
alter table cycle add quality_score int, add quality_max int, add escalated smallint not null default 0;
alter table unsummed add quality_score int, add quality_max int, add escalated smallint not null default 0;
comment on column cycle.escalated is 'Levels of the ladder that it reached: bit n is level n.';

alter table rollup
  add scored int not null default 0,
  add quality_score bigint not null default 0,
  add quality_max bigint not null default 0,
  add due_set int not null default 0,
  add escalated_l0 int not null default 0,
  add escalated_l1 int not null default 0,
  add escalated_l2 int not null default 0,
  add escalated_l3 int not null default 0,
  add escalated_l4 int not null default 0;

alter table term drop constraint term_kind_check,
  add check (kind in ('sector', 'entity', 'category', 'governorate', 'programme')),
  add programme text,
  add restricted boolean not null default false;
comment on column term.programme is 'Of a category: the programme that it belongs to.';
comment on column term.restricted is 'Of a programme: its cases are not for everybody, and no figures of it alone for the public.';

insert into target (name, value) values
  ('QUALITY', 0.8), ('ESCALATED_L0', 0.4), ('ESCALATED', 0.1), ('ESCALATED_L2', 0.05), ('ESCALATED_L3', 0.02),
  ('ESCALATED_L4', 0.01)
on conflict do nothing;
`;

// What is counted of cycles that are known already has changed: all of it is counted again from the logs.
const again = `
truncate cycle, unsummed, rollup, standing, duration, term, calendar, parked_event;
update clock set passed_to = date_trunc('milliseconds', clock_timestamp());
update follower set position = 0;
`;

/** Quality and escalation are counted; programmes may be restricted. The figures are made again from the logs. */
export class LifeOfACase1795003300000 implements MigrationInterface {
  name = 'LifeOfACase1795003300000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(columns);
    await runner.query(again);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      delete from target where name = 'QUALITY' or name like 'ESCALATED%';
      delete from term where kind = 'programme';
      alter table term drop constraint term_kind_check, drop programme, drop restricted,
        add check (kind in ('sector', 'entity', 'category', 'governorate'));
      alter table rollup drop scored, drop quality_score, drop quality_max, drop due_set, drop escalated_l0,
        drop escalated_l1, drop escalated_l2, drop escalated_l3, drop escalated_l4;
      alter table unsummed drop quality_score, drop quality_max, drop escalated;
      alter table cycle drop quality_score, drop quality_max, drop escalated;
    `);
  }
}
