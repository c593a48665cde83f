export { followDatabaseClock } from './follow-clock.ts';
export { instant } from './instant.ts';
export { jobSchemaOf } from './job-tables.ts';
export { type Mapping, mappingOf } from './mapping.ts';
export { migrate } from './migrate.ts';
export { type Database, type EntityClass, openDatabase } from './open-database.ts';
export type { MigrationClass } from './pending.ts';
export { databaseNow } from './time.ts';
export type { Tx } from './tx.ts';
