import { Check, Column, Entity, Index, PrimaryColumn } from 'typeorm';

@Entity({ name: 'note', comment: 'What staff tell each other about a case; never for applicants' })
@Check('note_body_check', `body <> ''`)
@Index('note_case', ['caseId', 'id'])
export class NoteRow {
  @PrimaryColumn({ type: 'uuid', default: () => 'uuidv7()' })
  id: string;

  @Column({ type: 'uuid' })
  caseId: string;

  @Column({ type: 'timestamptz' })
  at: Date;

  @Column({ name: 'body', type: 'text' })
  text: string;

  @Column({ type: 'text' })
  author: string;

  @Column({ type: 'text', nullable: true })
  authorStaff: string | null;

  @Column({ type: 'text', nullable: true })
  authorPost: string | null;

  @Column({ type: 'text', array: true, default: () => `'{}'` })
  mentions: string[];
}
