import type { MigrationInterface, QueryRunner } from 'typeorm';

const leases = `
alter table attachment
  add column finisher uuid,
  add column stored_as uuid,
  add column sealed_name bytea,
  add column retry_at timestamptz,
  add column retry_count int not null default 0;
comment on column attachment.finisher is 'Token of the one who may finish the upload until busy_until; a later one replaces it';
comment on column attachment.stored_as is 'Token in the storage keys of the file and its preview; null for files that were stored without one';
comment on column attachment.sealed_name is 'The name that its sender gave it, sealed; file_name is then a placeholder';
comment on column attachment.retry_at is 'Until then clearing this row away is not tried again';

alter table attachment_part add column announced_at timestamptz not null default now();
comment on table attachment_part is 'Keys that may be in the storage and belong to nothing finished yet; bytes is null until a piece counts';

create index attachment_unfinished on attachment (begun_at)
  where state = 'UPLOADING' and received = announced_bytes;
create index attachment_plain_name on attachment (id) where sealed_name is null;
`;

export class AttachmentLeases1768608000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(leases);
  }

  async down(): Promise<void> {
    throw new Error('attachments are never dropped: restore a backup instead');
  }
}
