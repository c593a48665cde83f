import { followerTables, outboxTables } from '@bekhedmetkom/platform/outbox';
import type { MigrationInterface, QueryRunner } from 'typeorm';

const tables = `
create table post (
  key text primary key,
  role text not null,
  entity text,
  superior text,
  vacant boolean not null,
  subject text
);

create table entity_name (
  code text primary key,
  ar text not null,
  en text not null
);

create table notification (
  id uuid primary key default uuidv7(),
  event uuid not null,
  kind text not null,
  recipient text not null,
  case_id uuid not null,
  facts jsonb not null,
  at timestamptz not null,
  read_at timestamptz,
  unique (event, recipient, kind)
);
create index notification_recipient on notification (recipient, id desc);
create index notification_unread on notification (recipient, id desc) where read_at is null;

create table preference (
  subject text primary key,
  email boolean not null,
  in_app boolean not null,
  language text check (language in ('ar', 'en'))
);

create table mail (
  id uuid primary key default uuidv7(),
  event uuid not null,
  kind text not null,
  case_id uuid not null,
  language text not null check (language in ('ar', 'en')),
  facts jsonb not null,
  at timestamptz not null,
  state text not null default 'queued' check (state in ('queued', 'sent', 'dropped', 'failed')),
  attempts integer not null default 0,
  next_attempt_at timestamptz not null default clock_timestamp(),
  sent_at timestamptz,
  reason text,
  unique (event, kind)
);
create index mail_queue on mail (next_attempt_at) where state = 'queued';
`;

export class Notification1767225600000 implements MigrationInterface {
  name = 'Notification1767225600000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(outboxTables);
    await runner.query(followerTables);
    await runner.query(tables);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop table mail, preference, notification, entity_name, post, parked_event, follower, relay, event_log, outbox`);
  }
}
