import { Check, Column, Entity, PrimaryColumn, PrimaryGeneratedColumn, Unique } from 'typeorm';

/** What a transaction announced and the relay has not yet moved into the log. */
@Entity({ name: 'outbox' })
export class OutboxRow {
  @PrimaryGeneratedColumn('identity', { type: 'bigint', generatedIdentity: 'ALWAYS' })
  seq: number;

  @Column({ type: 'uuid', default: () => 'uuidv7()' })
  id: string;

  @Column({ type: 'uuid' })
  key: string;

  @Column({ type: 'integer' })
  version: number;

  @Column({ type: 'text' })
  type: string;

  @Column({ type: 'timestamptz', default: () => 'clock_timestamp()' })
  at: Date;

  @Column({ type: 'jsonb' })
  payload: unknown;
}

/** An event in the log; never changed afterwards. */
@Entity({ name: 'event_log' })
@Unique('event_log_id_key', ['id'])
export class EventLogRow {
  @PrimaryColumn({ type: 'bigint' })
  position: number;

  @Column({ type: 'uuid' })
  id: string;

  @Column({ type: 'uuid' })
  key: string;

  @Column({ type: 'integer' })
  version: number;

  @Column({ type: 'text' })
  type: string;

  @Column({ type: 'timestamptz' })
  at: Date;

  @Column({ type: 'jsonb' })
  payload: unknown;
}

/** One row: its lock is the turn to move events into the log. */
@Entity({ name: 'relay' })
@Check('relay_single_check', 'single')
export class RelayRow {
  @PrimaryColumn({ type: 'boolean', default: true })
  single: boolean;

  @Column({ type: 'bigint', default: 0 })
  position: number;
}
