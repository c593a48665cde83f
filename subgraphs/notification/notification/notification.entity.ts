import { Column, Entity, Index, PrimaryColumn, Unique } from 'typeorm';
import type { Facts } from '../message/facts.ts';
import type { NotificationKind } from '../message/kind.ts';

@Entity({ name: 'notification' })
@Unique('notification_event_case_id_recipient_kind_key', ['event', 'caseId', 'recipient', 'kind'])
@Index('notification_recipient', { synchronize: false })
@Index('notification_unread', { synchronize: false })
export class NotificationRow {
  @PrimaryColumn({ type: 'uuid', default: () => 'uuidv7()' })
  id: string;

  @Column({ type: 'uuid' })
  event: string;

  @Column({ type: 'text' })
  kind: NotificationKind;

  @Column({ type: 'text' })
  recipient: string;

  @Column({ type: 'uuid' })
  caseId: string;

  @Column({ type: 'jsonb' })
  facts: Facts;

  @Column({ type: 'timestamptz' })
  at: Date;

  @Column({ type: 'timestamptz', nullable: true })
  readAt: Date | null;
}
