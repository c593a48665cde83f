import { Check, Column, Entity, PrimaryColumn } from 'typeorm';

/** What happened to a case, in order. */
@Entity({ name: 'timeline' })
@Check('timeline_actor_check', `actor = ANY (ARRAY['APPLICANT', 'STAFF', 'SYSTEM', 'IMPORTER'])`)
export class TimelineRow {
  @PrimaryColumn({ type: 'uuid' })
  caseId: string;

  @PrimaryColumn({ type: 'integer' })
  seq: number;

  @Column({ type: 'timestamptz' })
  at: Date;

  @Column({ type: 'text', nullable: true })
  action: string | null;

  @Column({ type: 'text' })
  actor: string;

  @Column({ type: 'text', nullable: true })
  post: string | null;

  @Column({ type: 'text' })
  state: string;

  @Column({ type: 'text', nullable: true })
  body: string | null;

  @Column({ type: 'boolean', default: false, comment: 'The body is for staff, not for the applicant' })
  internal: boolean;
}
