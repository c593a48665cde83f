import type { MigrationInterface, QueryRunner } from 'typeorm';

const up = `
create table mail_address (
  hash bytea primary key,
  proved_at timestamptz,
  since timestamptz not null default clock_timestamp(),
  received integer not null
);
comment on table mail_address is
  'Mail addresses by keyed hash: when their reader confirmed them, and mails about new cases since the start of a day.';
create index mail_of_case on mail (case_id, kind, at desc);
`;

/** Addresses have to be confirmed before a mail tells anything of a case. */
export class MailAddress1769000000000 implements MigrationInterface {
  name = 'MailAddress1769000000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(up);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop index mail_of_case; drop table mail_address');
  }
}
