import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The images of cycles have the columns of cycles, with what these say of themselves: one class describes both. */
export class CommentsOfUnsummed1796342400000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      comment on column unsummed.due_at is 'Current due of a classified cycle; until then the due of its acknowledgement. Null while a pause keeps it from being reached.';
      comment on column unsummed.original_due_at is 'The same, of the first due.';
      comment on column unsummed.escalated is 'Levels of the ladder that it reached: bit n is level n.';
      comment on column unsummed.imported is 'Of another system''s record: it never was on the ladder of escalation.'`);
  }

  async down(): Promise<void> {}
}
