import { renameTable } from '@bekhedmetkom/platform/database';
import { consumerTables, consumerTablesUndone } from '@bekhedmetkom/platform/outbox';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Tables and columns get the names that the field has for them (docs/glossary.md). */
export class PlainNames1797033600000 implements MigrationInterface {
  name = 'PlainNames1797033600000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table cases rename column near_at to due_soon_at;
      alter table cases rename column next_breach_at to next_deadline_at;
      alter table cases rename column held_since to entity_assigned_at;
      alter table cases rename column returns_to to previous_state;
      alter index cases_breach rename to cases_deadline;
      alter index cases_entity_breach rename to cases_entity_deadline;
      alter index cases_holder_breach rename to cases_holder_deadline;
      alter index cases_programme_breach rename to cases_programme_deadline;
      alter index cases_state_breach rename to cases_state_deadline;
      ${renameTable('filing', 'submission_content')}
      ${renameTable('part', 'contribution')}
      ${renameTable('attachment_part', 'attachment_chunk')}
      ${consumerTables}
      comment on column cases.due_soon_at is 'When three quarters of the time to next_deadline_at are used';
      comment on column cases.previous_state is 'State to which a refused transfer goes back';
      drop table wrong_try;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ${consumerTablesUndone}
      create table wrong_try (reference text primary key, tries int not null, last_at timestamptz not null);
      create index wrong_try_age on wrong_try (last_at);
      ${renameTable('attachment_chunk', 'attachment_part')}
      ${renameTable('contribution', 'part')}
      ${renameTable('submission_content', 'filing')}
      alter index cases_deadline rename to cases_breach;
      alter index cases_entity_deadline rename to cases_entity_breach;
      alter index cases_holder_deadline rename to cases_holder_breach;
      alter index cases_programme_deadline rename to cases_programme_breach;
      alter index cases_state_deadline rename to cases_state_breach;
      alter table cases rename column due_soon_at to near_at;
      alter table cases rename column next_deadline_at to next_breach_at;
      alter table cases rename column entity_assigned_at to held_since;
      alter table cases rename column previous_state to returns_to;
    `);
  }
}
