import type { MigrationInterface, QueryRunner } from 'typeorm';

// Cases from before the ladder have no place on it. An open one is looked at once, at the scheduler's next
// round, and given its place; an answer that nobody rated closes some three weeks after it was published.
const places = `
update cases set escalates_at = clock_timestamp()
where escalates_at is null and escalation is null
  and state in ('SUBMITTED', 'ASSIGNED', 'TRANSFER_PENDING', 'IN_PROGRESS', 'PENDING_REVIEW');

update cases c set times_out_at = greatest(clock_timestamp(), y.published_at) + interval '21 days'
from cycle y
where y.case_id = c.id and y.number = c.cycle
  and c.state = 'RESOLVED' and c.times_out_at is null and not c.imported;
`;

export class NoneHides1768435200000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(places);
  }

  async down(): Promise<void> {
    throw new Error('a place on the ladder is never taken back: restore a backup instead');
  }
}
