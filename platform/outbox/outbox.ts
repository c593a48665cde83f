export { announce, appendToOutbox } from './append.ts';
export { decodeCursor, encodeCursor } from './cursor.ts';
export {
  type DeadLetter,
  dropDeadLetters,
  listDeadLetters,
  retryDeadLetters,
  type Selection,
} from './dead-letters.ts';
export { type LogPage, readLog } from './event-log.ts';
export { type Follower, startFollower } from './follow.ts';
export type { LoggedEvent, OutgoingEvent } from './logged-event.ts';
export { type Relay, startRelay } from './relay.ts';
export { deadLetterRetries, followerTables, outboxTables } from './tables.ts';
export { type LogTail, openLogTail } from './tail.ts';
