import type { MigrationInterface, QueryRunner } from 'typeorm';

// Arabic words arrive as the keys of @bekhedmetkom/text/arabic and are kept as they are; English ones by their stems.
const configuration = `
create text search configuration folded (copy = simple);
alter text search configuration folded
  alter mapping for asciiword, asciihword, hword_asciipart with english_stem;
`;

const version = `
alter table filing add column search_version smallint not null default 0;
comment on column filing.search_version is
  'Which rules made search_subject and search_document; older ones are made anew in the background';
create index filing_search_version on filing (search_version);
create index cases_reference_part on cases using gin (replace(reference, '-', '') gin_trgm_ops);
`;

export class FoldedSearch1796256000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(configuration);
    await runner.query(version);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop index cases_reference_part');
    await runner.query('alter table filing drop column search_version');
    await runner.query('drop text search configuration folded');
  }
}
