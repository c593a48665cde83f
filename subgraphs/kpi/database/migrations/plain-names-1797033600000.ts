import { renameTable } from '@bekhedmetkom/platform/database';
import { consumerTables, consumerTablesUndone } from '@bekhedmetkom/platform/outbox';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Tables and columns get the names that the field has for them (docs/glossary.md). */
export class PlainNames1797033600000 implements MigrationInterface {
  name = 'PlainNames1797033600000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ${consumerTables}
      ${renameTable('unsummed', 'pending_delta')}
      ${renameTable('standing', 'current_gauge')}
      alter table clock rename column passed_to to processed_until;
      alter table rollup rename column cuboid to aggregate;
      alter table current_gauge rename column cuboid to aggregate;
      alter table duration rename column cuboid to aggregate;
      comment on table rollup is 'Counts by day, week or month (bucket: its first day, Asia/Amman) and by at most two axes; the digits of aggregate name the axes.';
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table rollup rename column aggregate to cuboid;
      alter table current_gauge rename column aggregate to cuboid;
      alter table duration rename column aggregate to cuboid;
      alter table clock rename column processed_until to passed_to;
      ${renameTable('current_gauge', 'standing')}
      ${renameTable('pending_delta', 'unsummed')}
      ${consumerTablesUndone}
    `);
  }
}
