import type { EntityClass } from '../database/database.ts';
import { FollowerRow, ParkedEventRow } from './follower.entity.ts';
import { EventLogRow, OutboxRow, RelayRow } from './outbox.entity.ts';

/** The tables of `outboxTables`. */
export const publisherEntities: EntityClass[] = [OutboxRow, EventLogRow, RelayRow];

/** The tables of `followerTables` and `deadLetterRetries`. */
export const followerEntities: EntityClass[] = [FollowerRow, ParkedEventRow];
