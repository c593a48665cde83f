import { consumerTables, consumerTablesUndone } from '@bekhedmetkom/platform/outbox';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Tables of consumed logs get the names that the field has for them (docs/glossary.md). */
export class PlainNames1797033600000 implements MigrationInterface {
  name = 'PlainNames1797033600000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`${consumerTables}`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`${consumerTablesUndone}`);
  }
}
