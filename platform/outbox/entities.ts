import type { EntityClass } from '../database/database.ts';
import { EventLogRow, OutboxRow, RelayRow } from './outbox.entity.ts';

/** The tables of `outboxTables`. */
export const publisherEntities: EntityClass[] = [OutboxRow, EventLogRow, RelayRow];
