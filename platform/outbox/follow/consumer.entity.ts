import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { LoggedEvent } from '../log/logged-event.ts';

/** How far a topic was followed. */
@Entity({ name: 'consumer_offset' })
export class ConsumerOffsetRow {
  @PrimaryColumn({ type: 'text' })
  topic: string;

  @Column({ type: 'bigint', default: 0 })
  position: number;
}

/** An event that could not be applied. */
@Entity({ name: 'dead_letter_event' })
export class DeadLetterEventRow {
  @PrimaryColumn({ type: 'text' })
  topic: string;

  @PrimaryColumn({ type: 'bigint' })
  position: number;

  @Column({ type: 'jsonb' })
  event: LoggedEvent;

  @Column({ type: 'text' })
  reason: string;

  @Column({ type: 'timestamptz', default: () => 'clock_timestamp()' })
  deadLetteredAt: Date;

  @Column({ type: 'timestamptz', nullable: true })
  retryRequestedAt: Date | null;
}
