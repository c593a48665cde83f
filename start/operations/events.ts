/**
 * `npm run events -- list|retry|drop [subgraph] [topic] [position…]`: events that a subgraph could not apply. A retry is
 * done by the running program, within seconds.
 */
import { readEventsCommand, runEventsCommand } from './events-command.ts';
import { onDatabases } from './on-databases.ts';

await onDatabases('npm run events', readEventsCommand, runEventsCommand);
