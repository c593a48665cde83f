import { followerTables } from '@bekhedmetkom/platform/outbox';
import type { MigrationInterface, QueryRunner } from 'typeorm';

const cycles = `
create table cycle (
  case_id uuid not null,
  number smallint not null,
  version int not null,
  entity text not null,
  governorate text not null,
  category text not null,
  type text not null,
  pillar text not null,
  importance text not null,
  channel text not null,
  applicant_kind text not null,
  programme text not null,
  counted boolean not null,
  submitted_at timestamptz not null,
  acknowledge_by timestamptz not null,
  acknowledged_on_time boolean not null,
  due_at timestamptz,
  original_due_at timestamptz,
  answered_at timestamptz,
  published_at timestamptz,
  closed_at timestamptz,
  running boolean not null,
  classified boolean not null,
  misrouted boolean not null,
  reviewed boolean not null,
  first_pass boolean not null,
  reopened boolean not null,
  rated_at timestamptz,
  score smallint,
  working_minutes int,
  accepted_transfers smallint not null,
  opened_by_applicant boolean not null,
  primary key (case_id, number)
) with (fillfactor = 85);
comment on table cycle is 'One row per cycle of a case, as its last event left it. Everything else here can be counted again from these rows.';

-- The next due of all is looked for here.
create index cycle_acknowledge_by on cycle (acknowledge_by) where counted;
create index cycle_due on cycle (due_at) where counted and due_at is not null;
create index cycle_original_due on cycle (original_due_at) where counted and original_due_at is not null;
-- Questions on more than two axes read these: of some entities, or skipping from entity to entity.
create index cycle_entity_submitted on cycle (entity, submitted_at) where counted;
create index cycle_entity_closed on cycle (entity, closed_at) where counted and closed_at is not null;
create index cycle_entity_acknowledge_by on cycle (entity, acknowledge_by) where counted;
create index cycle_entity_due on cycle (entity, due_at) where counted and due_at is not null;
create index cycle_entity_original_due on cycle (entity, original_due_at) where counted and original_due_at is not null;
create index cycle_entity_published on cycle (entity, published_at) where counted and published_at is not null;
create index cycle_entity_rated on cycle (entity, rated_at) where counted and rated_at is not null;
create index cycle_entity_running on cycle (entity) where counted and running;
`;

const sums = `
create type period as enum ('day', 'week', 'month');

create table rollup (
  cuboid smallint not null,
  period period not null,
  bucket date not null,
  a text collate "C" not null,
  b text collate "C" not null,
  received int not null,
  closed_of_received int not null,
  classified int not null,
  misrouted int not null,
  closed int not null,
  acknowledge_due int not null,
  acknowledged_on_time int not null,
  due int not null,
  late int not null,
  original_due int not null,
  original_late int not null,
  published int not null,
  reopened int not null,
  reviewed int not null,
  first_pass int not null,
  timed int not null,
  rated int not null,
  satisfied int not null,
  primary key (cuboid, period, bucket, a, b)
) partition by list (cuboid);
comment on table rollup is 'Counts by day, week or month (bucket: its first day, Asia/Amman) and by at most two axes; the digits of cuboid name the axes.';

do $$
declare
  axes constant text[] := array['entity', 'governorate', 'category', 'type', 'pillar', 'importance', 'channel',
    'applicant_kind', 'programme'];
begin
  create table rollup_all partition of rollup for values in (0) with (fillfactor = 80);
  for one in 1 .. 9 loop
    execute format('create table %I partition of rollup for values in (%s) with (fillfactor = 80)',
      'rollup_' || axes[one], one * 10);
    for other in one + 1 .. 9 loop
      execute format('create table %I partition of rollup for values in (%s) with (fillfactor = 80)',
        'rollup_' || axes[one] || '_' || axes[other], one * 10 + other);
    end loop;
  end loop;
end $$;

create table standing (
  cuboid smallint not null,
  a text collate "C" not null,
  b text collate "C" not null,
  running int not null,
  overdue int not null,
  primary key (cuboid, a, b)
) with (fillfactor = 50);
comment on table standing is 'Cycles that run now, and those of them that are overdue.';

create table duration (
  cuboid smallint not null,
  period period not null,
  bucket date not null,
  a text collate "C" not null,
  b text collate "C" not null,
  bins int[] not null,
  primary key (cuboid, period, bucket, a, b)
) with (fillfactor = 80);
comment on table duration is 'Histogram of working minutes of the answers published in a bucket.';

create function add_bins(one int[], other int[]) returns int[] language sql immutable parallel safe
return (
  select array_agg(coalesce(left_count, 0) + coalesce(right_count, 0) order by bin)
  from unnest(one, other) with ordinality as both_of (left_count, right_count, bin)
);

create table unsummed (like cycle, existed boolean not null, primary key (case_id, number))
  with (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 2000);
comment on table unsummed is 'Cycles that changed since they were summed, as the sums know them; existed is false when they do not.';

create table clock (
  single boolean primary key default true check (single),
  passed_to timestamptz not null default date_trunc('milliseconds', clock_timestamp())
);
insert into clock default values;
comment on table clock is 'The moment up to which passing time is in the sums. Its lock is the turn to change them.';
`;

const surroundings = `
create table term (
  kind text not null check (kind in ('sector', 'entity', 'category', 'governorate')),
  code text not null,
  version int not null,
  ar text not null,
  en text not null,
  sector text,
  primary key (kind, code)
);
comment on table term is 'What the directory calls its things; of an entity also the sector it belongs to today.';

create table calendar (
  single boolean primary key default true check (single),
  version int not null,
  working_days int[] not null,
  holidays jsonb not null
);

create table target (
  name text primary key,
  value double precision not null
);
comment on table target is 'What a figure should reach: a share from 0 to 1, or working minutes. A proposal, to be changed here.';
insert into target (name, value) values
  ('CLOSED_FLOW', 1), ('CLOSED_COHORT', 0.9), ('DELAYED', 0.1), ('DELAYED_ORIGINAL', 0.15), ('OVERDUE_NOW', 0.05),
  ('ACKNOWLEDGED_ON_TIME', 0.95), ('SATISFACTION', 0.8), ('FIRST_PASS', 0.9), ('REOPENED', 0.05),
  ('MEDIAN_TIME_TO_RESOLVE', 2100), ('P90_TIME_TO_RESOLVE', 4200), ('MISROUTED', 0.1);
`;

/** Cycles, the sums over them, the clock, and what is kept of the directory. */
export class Figures1795000000000 implements MigrationInterface {
  name = 'Figures1795000000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(followerTables);
    await runner.query(cycles);
    await runner.query(sums);
    await runner.query(surroundings);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop table target, calendar, term, clock, unsummed, duration, standing, rollup, cycle, parked_event, follower;
      drop function add_bins;
      drop type period;
    `);
  }
}
