import type { MigrationInterface, QueryRunner } from 'typeorm';

// How often its applicant reopened a case: what the operation room opens again does not count.
const reopenings = `
alter table cases add column own_reopenings int not null default 0;
update cases c set own_reopenings = given.count
from (
  select case_id, count(*)::int as count from cycle
  where number > 1 and opened_by = 'APPLICANT' group by case_id
) given
where given.case_id = c.id;
`;

export class ReopeningsOfApplicants1769126400000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(reopenings);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table cases drop column own_reopenings');
  }
}
