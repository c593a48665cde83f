import type { Language } from '@bekhedmetkom/platform/auth';
import { Check, Column, Entity, PrimaryColumn } from 'typeorm';

@Entity({
  name: 'following',
  comment:
    'Cases that follow another, since which position of the log of cases; subject is null for who has no account.',
})
@Check('following_language_check', `language = ANY (ARRAY['ar', 'en'])`)
export class FollowingRow {
  @PrimaryColumn({ type: 'uuid' })
  caseId: string;

  @PrimaryColumn({ type: 'uuid' })
  parent: string;

  @Column({ type: 'text' })
  reference: string;

  @Column({ type: 'text' })
  type: string;

  @Column({ type: 'text' })
  language: Language;

  @Column({ type: 'text', nullable: true })
  subject: string | null;

  @Column({ type: 'boolean' })
  reachable: boolean;

  @Column({ type: 'boolean' })
  imported: boolean;

  @Column({ type: 'bigint' })
  since: number;
}
