import type { MigrationInterface, QueryRunner } from 'typeorm';

const attachments = `
create table attachment (
  id uuid primary key,
  case_id uuid,
  state text not null check (state in ('UPLOADING', 'SCANNING', 'READY', 'INFECTED', 'REJECTED', 'LEAVING')),
  refusal text,
  file_name text not null,
  announced_bytes bigint not null check (announced_bytes > 0),
  received bigint not null default 0 check (received <= announced_bytes),
  media_type text,
  bytes bigint,
  preview_bytes bigint,
  added_by text not null check (added_by in ('APPLICANT', 'STAFF')),
  actor text check (added_by = 'STAFF' or actor is null),
  post text,
  begun_at timestamptz not null default clock_timestamp(),
  added_at timestamptz,
  busy_until timestamptz,
  scan_at timestamptz,
  scan_tries int not null default 0
);
comment on table attachment is 'One file. Until added_at it is an upload of whoever knows its id, which is random';
comment on column attachment.case_id is 'Set when the upload was begun for a case, else when the case that brings it is filed';
comment on column attachment.actor is 'Subject of the member of staff; of applicants nothing is kept';
comment on column attachment.bytes is 'What is kept, after cleaning; announced_bytes is what was sent';
create index attachment_case on attachment (case_id) where case_id is not null;
create index attachment_waiting on attachment (begun_at) where added_at is null;
create index attachment_to_scan on attachment (scan_at) where state = 'SCANNING';
create index attachment_infected on attachment (id) where state = 'INFECTED' and bytes is not null;

create table attachment_part (
  attachment_id uuid not null,
  key text not null,
  start bigint not null,
  bytes int,
  primary key (attachment_id, key)
);
comment on table attachment_part is 'What arrived of an upload, piece by piece; bytes is null until the piece counts';
`;

export class Attachments1768003260000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(attachments);
  }

  async down(): Promise<void> {
    throw new Error('attachments are never dropped: restore a backup instead');
  }
}
