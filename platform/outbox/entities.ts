import type { EntityClass } from '../database/database.ts';
import { ConsumerOffsetRow, DeadLetterEventRow } from './follow/consumer.entity.ts';
import { EventLogRow, OutboxRow, RelayRow } from './log/outbox.entity.ts';

/** The tables of `outboxTables`. */
export const publisherEntities: EntityClass[] = [OutboxRow, EventLogRow, RelayRow];

/** The tables of `followerTables` and `deadLetterRetries`. */
export const followerEntities: EntityClass[] = [ConsumerOffsetRow, DeadLetterEventRow];
