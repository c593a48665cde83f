import type { MigrationInterface, QueryRunner } from 'typeorm';

const up = `
alter table mail add post text;
comment on column mail.post is 'The post that the mail goes to, whoever holds it at the moment of sending; null for the applicant.';
alter table mail drop constraint mail_event_case_id_kind_key,
  add constraint mail_once unique nulls not distinct (event, case_id, kind, post);
`;

/** Mails go to posts too, when a case escalates to them. */
export class StaffMail1769500000000 implements MigrationInterface {
  name = 'StaffMail1769500000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(up);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table mail drop constraint mail_once;
      delete from mail where post is not null;
      alter table mail drop post, add constraint mail_event_case_id_kind_key unique (event, case_id, kind)`);
  }
}
