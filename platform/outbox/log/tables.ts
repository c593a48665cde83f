import { renameTable } from '../../database/rename-table.ts';

/**
 * For a migration of whoever publishes. `outbox` is where transactions write; the relay moves its rows into
 * `event_log`, which is never changed afterwards. `relay` has one row: its lock is the turn to move.
 */
export const outboxTables = `
  create table outbox (
    seq bigint generated always as identity primary key,
    id uuid not null default uuidv7(),
    key uuid not null,
    version integer not null,
    type text not null,
    at timestamptz not null default clock_timestamp(),
    payload jsonb not null
  ) with (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 5000);

  create table event_log (
    position bigint primary key,
    id uuid not null unique,
    key uuid not null,
    version integer not null,
    type text not null,
    at timestamptz not null,
    payload jsonb not null
  );

  create table relay (
    single boolean primary key default true check (single),
    position bigint not null default 0
  );
  insert into relay default values;
`;

/**
 * For a migration of whoever follows others' logs: how far each was followed, and the events that could not
 * be applied.
 */
export const followerTables = `
  create table follower (
    topic text primary key,
    position bigint not null default 0
  );

  create table parked_event (
    topic text not null,
    position bigint not null,
    event jsonb not null,
    reason text not null,
    parked_at timestamptz not null default clock_timestamp(),
    primary key (topic, position)
  );
`;

/** For a later migration of the same: an event that could not be applied can be tried again on request. */
export const deadLetterRetries = 'alter table parked_event add column retry_requested_at timestamptz';

/** For a later migration of the same: the tables get the names that the field has for them. */
export const consumerTables = `
  ${renameTable('follower', 'consumer_offset')}
  ${renameTable('parked_event', 'dead_letter_event')}
  alter table dead_letter_event rename column parked_at to dead_lettered_at;
`;
export const consumerTablesUndone = `
  alter table dead_letter_event rename column dead_lettered_at to parked_at;
  ${renameTable('dead_letter_event', 'parked_event')}
  ${renameTable('consumer_offset', 'follower')}
`;
