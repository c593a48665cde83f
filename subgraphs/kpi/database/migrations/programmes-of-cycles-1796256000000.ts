import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The cycles of a programme are found: those of restricted programmes are taken off public figures. */
export class ProgrammesOfCycles1796256000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('create index cycle_programme on cycle (programme)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop index cycle_programme');
  }
}
