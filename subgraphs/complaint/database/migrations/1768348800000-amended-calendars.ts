import type { MigrationInterface, QueryRunner } from 'typeorm';

// A cycle that would have been shortened stays under its version; the newest one that was considered is noted
// beside it, so that it is not looked at again until there is another.
const amended = `
alter table cycle add column calendar_seen int;
comment on column cycle.calendar_seen is 'Newest calendar that was considered and not adopted; null when none was';
drop index cycle_calendar;
create index cycle_calendar on cycle (greatest(calendar_version, calendar_seen), case_id)
  where published_at is null and closed_at is null;
create index cycle_classified on cycle (acknowledged_at, case_id) where acknowledged_at is not null;
`;

export class AmendedCalendars1768348800000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(amended);
  }

  async down(): Promise<void> {
    throw new Error('which calendars were considered is never dropped: restore a backup instead');
  }
}
