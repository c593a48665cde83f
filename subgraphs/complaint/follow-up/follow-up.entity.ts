import { ammanTimeZone } from '@bekhedmetkom/time/amman';
import { Check, Column, Entity, Index, PrimaryColumn } from 'typeorm';

@Entity({ name: 'follow_up', comment: 'Calls and reminders to focal points, and what they promised' })
@Check('follow_up_body_check', `body <> ''`)
@Check('follow_up_check', '(settled_at IS NULL) = (kept IS NULL)')
@Index('follow_up_case', ['caseId', 'promisedOn', 'id'])
@Index('follow_up_entity', ['entity', 'promisedOn', 'id'])
@Index('follow_up_open', ['promisedOn', 'id'], { where: 'settled_at IS NULL' })
@Index('follow_up_post', ['post', 'promisedOn', 'id'])
@Index('follow_up_promised', ['promisedOn', 'id'])
export class FollowUpRow {
  @PrimaryColumn({ type: 'uuid', default: () => 'uuidv7()' })
  id: string;

  @Column({ type: 'uuid' })
  caseId: string;

  @Column({ type: 'text' })
  entity: string;

  @Column({ type: 'text' })
  post: string;

  @Column({ name: 'body', type: 'text' })
  text: string;

  @Column({ type: 'date', comment: ammanTimeZone })
  promisedOn: string;

  @Column({ type: 'timestamptz' })
  at: Date;

  @Column({ type: 'text' })
  author: string;

  @Column({ type: 'text', nullable: true })
  authorPost: string | null;

  @Column({ type: 'timestamptz', nullable: true })
  settledAt: Date | null;

  @Column({ type: 'text', nullable: true })
  settledBy: string | null;

  @Column({ type: 'boolean', nullable: true })
  kept: boolean | null;

  @Column({ type: 'text', nullable: true })
  comment: string | null;
}
