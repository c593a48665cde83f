import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Staff are written to when a case escalates to them, whether they sign in or not. No event carries the address. */
export class StaffEmail1796083200000 implements MigrationInterface {
  name = 'StaffEmail1796083200000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('alter table staff add email text');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table staff drop email');
  }
}
