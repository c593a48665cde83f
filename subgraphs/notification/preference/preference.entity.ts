import type { Language } from '@bekhedmetkom/platform/auth';
import { Check, Column, Entity, PrimaryColumn } from 'typeorm';

@Entity({ name: 'preference' })
@Check('preference_language_check', `language = ANY (ARRAY['ar', 'en'])`)
export class PreferenceRow {
  @PrimaryColumn({ type: 'text' })
  subject: string;

  @Column({ type: 'boolean' })
  email: boolean;

  @Column({ type: 'boolean' })
  inApp: boolean;

  @Column({ type: 'text', nullable: true })
  language: Language | null;
}
