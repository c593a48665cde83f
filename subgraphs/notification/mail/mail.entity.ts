import type { Language } from '@bekhedmetkom/platform/auth';
import { Check, Column, Entity, Index, PrimaryColumn, Unique } from 'typeorm';
import type { MailKind } from '../mail-layout/email.ts';
import type { Facts } from '../message/facts.ts';

@Entity({ name: 'mail', comment: 'Mails and what became of them; a queued one has a job.' })
@Unique('mail_once', ['event', 'caseId', 'kind', 'post'])
@Check('mail_language_check', `language = ANY (ARRAY['ar', 'en'])`)
@Check('mail_state_check', `state = ANY (ARRAY['queued', 'sent', 'dropped', 'failed'])`)
@Index('mail_of_case', { synchronize: false })
export class MailRow {
  @PrimaryColumn({ type: 'uuid', default: () => 'uuidv7()' })
  id: string;

  @Column({ type: 'uuid' })
  event: string;

  @Column({ type: 'text' })
  kind: MailKind;

  @Column({ type: 'uuid' })
  caseId: string;

  @Column({ type: 'text' })
  language: Language;

  @Column({ type: 'jsonb' })
  facts: Facts;

  @Column({ type: 'timestamptz' })
  at: Date;

  @Column({ type: 'text', default: 'queued' })
  state: 'queued' | 'sent' | 'dropped' | 'failed';

  @Column({ type: 'timestamptz', nullable: true })
  sentAt: Date | null;

  @Column({ type: 'text', nullable: true })
  reason: string | null;

  @Column({
    type: 'text',
    nullable: true,
    comment:
      'The post that the mail goes to, whoever holds it at the moment of sending; null for the applicant.',
  })
  post: string | null;
}

@Entity({
  name: 'mail_address',
  comment:
    'Mail addresses by keyed hash: when their reader confirmed them, and mails about new cases since the start of a day.',
})
export class MailAddressRow {
  @PrimaryColumn({ type: 'bytea' })
  hash: Buffer;

  @Column({ type: 'timestamptz', nullable: true })
  provedAt: Date | null;

  @Column({ type: 'timestamptz', default: () => 'clock_timestamp()' })
  since: Date;

  @Column({ type: 'integer' })
  received: number;
}
