import type { MigrationInterface, QueryRunner } from 'typeorm';

// A coordinator's list is of one programme, which may have a handful of open cases among a million. Nearly all
// cases are of the general programme, whose lists are walked in their own order: its cases are left out.
const lists = `
create index cases_programme_breach on cases (programme, next_breach_at, id)
  where programme <> 'GOVERNMENT_SERVICES';
create index cases_programme_newest on cases (programme, submitted_at, id)
  where programme <> 'GOVERNMENT_SERVICES';
drop index cases_restricted;
`;

export class ListsOfProgrammes1768521600000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(lists);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
create index cases_restricted on cases (programme, next_breach_at, id) where restricted;
drop index cases_programme_breach;
drop index cases_programme_newest;`);
  }
}
