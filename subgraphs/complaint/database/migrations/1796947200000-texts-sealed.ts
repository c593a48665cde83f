import type { MigrationInterface, QueryRunner } from 'typeorm';

// Confidential reports that have not been looked through for plain words, whoever wrote them. Before, only the words of
// applicants were encrypted.
const change = `
drop index cases_to_seal;
alter table cases add column texts_sealed boolean not null default false;
comment on column cases.texts_sealed is 'Whether every text that a confidential report kept plain has been encrypted';
create index cases_to_seal on cases (id)
  where type = 'REPORT' and (anonymous or restricted) and not texts_sealed;
`;
const undo = `
drop index cases_to_seal;
alter table cases drop column texts_sealed;
create index cases_to_seal on cases (id)
  where type = 'REPORT' and (anonymous or restricted) and left(subject, 8) <> chr(1) || 'sealed:';
`;

export class TextsSealed1796947200000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(change);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(undo);
  }
}
