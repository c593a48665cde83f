import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { LoggedEvent } from './logged-event.ts';

/** How far a topic was followed. */
@Entity({ name: 'follower' })
export class FollowerRow {
  @PrimaryColumn({ type: 'text' })
  topic: string;

  @Column({ type: 'bigint', default: 0 })
  position: number;
}

/** An event that could not be applied. */
@Entity({ name: 'parked_event' })
export class ParkedEventRow {
  @PrimaryColumn({ type: 'text' })
  topic: string;

  @PrimaryColumn({ type: 'bigint' })
  position: number;

  @Column({ type: 'jsonb' })
  event: LoggedEvent;

  @Column({ type: 'text' })
  reason: string;

  @Column({ type: 'timestamptz', default: () => 'clock_timestamp()' })
  parkedAt: Date;

  @Column({ type: 'timestamptz', nullable: true })
  retryRequestedAt: Date | null;
}
