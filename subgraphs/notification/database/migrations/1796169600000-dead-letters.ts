import { deadLetterRetries } from '@bekhedmetkom/platform/outbox';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Events that could not be applied can be tried again on request. */
export class DeadLetters1796169600000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(deadLetterRetries);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table parked_event drop column retry_requested_at');
  }
}
