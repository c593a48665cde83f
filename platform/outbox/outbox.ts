export { type Consumer, startConsumer } from './follow/consumer.ts';
export {
  type DeadLetter,
  dropDeadLetters,
  listDeadLetters,
  retryDeadLetters,
  type Selection,
} from './follow/dead-letters.ts';
export { announce, appendToOutbox } from './log/append.ts';
export { decodeCursor, encodeCursor } from './log/cursor.ts';
export { type LogPage, readLog } from './log/event-log.ts';
export type { LoggedEvent, OutgoingEvent } from './log/logged-event.ts';
export {
  consumerTables,
  consumerTablesUndone,
  deadLetterRetries,
  followerTables,
  outboxTables,
} from './log/tables.ts';
export { type Relay, startRelay } from './relay.ts';
export { type LogSubscription, openLogSubscription } from './tail/log-subscription.ts';
