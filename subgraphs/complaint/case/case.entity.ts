import { Check, Column, Entity, Index, PrimaryColumn, Unique } from 'typeorm';

/** A case as it is now; read and changed by the statements of `case.store.ts` and of the lists (decision 0015). */
@Entity({ name: 'cases' })
@Unique('cases_reference_key', ['reference'])
@Check('cases_check', 'NOT (anonymous AND (applicant_subject IS NOT NULL))')
@Check('cases_language_check', `language = ANY (ARRAY['ar', 'en'])`)
@Check('cases_subject_check', `subject <> ''`)
@Check('cases_version_check', 'version > 0')
@Index('cases_appealed', ['appealedAt', 'id'], { where: 'appealed_at IS NOT NULL' })
@Index('cases_applicant', ['applicantSubject', 'submittedAt', 'id'], {
  where: 'applicant_subject IS NOT NULL',
})
@Index('cases_deadline', ['nextDeadlineAt', 'id'])
@Index('cases_entity_deadline', ['entity', 'nextDeadlineAt', 'id'])
@Index('cases_entity_newest', ['entity', 'submittedAt', 'id'])
@Index('cases_escalates', ['escalatesAt', 'id'], { where: 'escalates_at IS NOT NULL' })
@Index('cases_escalation', ['escalation', 'nextDeadlineAt', 'id'], { where: 'escalation IS NOT NULL' })
@Index('cases_holder_deadline', ['holderPost', 'nextDeadlineAt', 'id'], {
  where: `next_deadline_at < 'infinity'::timestamp with time zone`,
})
@Index('cases_newest', ['submittedAt', 'id'])
@Index('cases_parent', ['parentId', 'submittedAt', 'id'], { where: 'parent_id IS NOT NULL' })
@Index('cases_part_entities', { synchronize: false })
@Index('cases_programme_deadline', ['programme', 'nextDeadlineAt', 'id'], {
  where: `programme <> 'GOVERNMENT_SERVICES'::text`,
})
@Index('cases_programme_newest', ['programme', 'submittedAt', 'id'], {
  where: `programme <> 'GOVERNMENT_SERVICES'::text`,
})
@Index('cases_proposal', ['entity', 'nextDeadlineAt', 'id'], { where: 'proposal IS NOT NULL' })
@Index('cases_reference_part', { synchronize: false })
@Index('cases_source', ['source', 'sourceId'], { unique: true, where: 'source IS NOT NULL' })
@Index('cases_state_deadline', ['state', 'nextDeadlineAt', 'id'], {
  where: `next_deadline_at < 'infinity'::timestamp with time zone`,
})
@Index('cases_times_out', ['timesOutAt', 'id'], { where: 'times_out_at IS NOT NULL' })
@Index('cases_to_seal', ['id'], {
  where: `(type = 'REPORT'::text) AND (anonymous OR restricted) AND (NOT texts_sealed)`,
})
@Index('cases_transfer', ['transferTo', 'nextDeadlineAt', 'id'], { where: 'transfer_to IS NOT NULL' })
export class CaseRow {
  @PrimaryColumn({ type: 'uuid' })
  id: string;

  @Column({ type: 'text' })
  reference: string;

  @Column({ type: 'integer' })
  version: number;

  @Column({ type: 'text' })
  type: string;

  @Column({ type: 'text' })
  state: string;

  @Column({ type: 'text' })
  programme: string;

  @Column({ type: 'text' })
  subject: string;

  @Column({ type: 'text', nullable: true })
  entity: string | null;

  @Column({ type: 'text', nullable: true })
  category: string | null;

  @Column({ type: 'text', nullable: true })
  governorate: string | null;

  @Column({ type: 'text', nullable: true })
  district: string | null;

  @Column({ type: 'text' })
  channel: string;

  @Column({ type: 'text', nullable: true })
  applicantKind: string | null;

  @Column({ type: 'boolean' })
  anonymous: boolean;

  @Column({ type: 'text' })
  language: string;

  @Column({ type: 'text', nullable: true })
  importance: string | null;

  @Column({ type: 'text', nullable: true })
  pillar: string | null;

  @Column({ type: 'timestamptz' })
  submittedAt: Date;

  @Column({ type: 'text', nullable: true, comment: 'Pseudonymous subject of a signed-in applicant' })
  applicantSubject: string | null;

  @Column({
    type: 'text',
    nullable: true,
    comment: 'Subject of the agent or importer who filed it for somebody else',
  })
  filedBy: string | null;

  @Column({ type: 'boolean' })
  reachable: boolean;

  @Column({ type: 'text', nullable: true })
  holderPost: string | null;

  @Column({ type: 'integer', default: 1 })
  cycle: number;

  @Column({ type: 'integer', default: 0 })
  acceptedTransfers: number;

  @Column({ type: 'boolean', default: false })
  imported: boolean;

  @Column({ type: 'text', nullable: true })
  source: string | null;

  @Column({ type: 'text', nullable: true })
  sourceId: string | null;

  @Column({
    type: 'timestamptz',
    nullable: true,
    comment: 'When three quarters of the time to next_deadline_at are used',
  })
  dueSoonAt: Date | null;

  @Column({
    type: 'timestamptz',
    comment: 'The deadline that comes next; 9999 when an open case has none, infinity when it is not open',
  })
  nextDeadlineAt: Date;

  @Column({
    type: 'uuid',
    nullable: true,
    comment: 'The case into which this one was merged, or which its reporter follows instead',
  })
  parentId: string | null;

  @Column({ type: 'integer', default: 0 })
  followers: number;

  @Column({ type: 'text', nullable: true, comment: 'Entity that is asked to take the case' })
  transferTo: string | null;

  @Column({ type: 'boolean', default: false, comment: 'The operation room decides about the transfer' })
  transferAtRoom: boolean;

  @Column({ type: 'integer', default: 0 })
  transferRefusals: number;

  @Column({ type: 'text', nullable: true, comment: 'State to which a refused transfer goes back' })
  previousState: string | null;

  @Column({ type: 'text', array: true, default: () => `'{}'` })
  partEntities: readonly string[];

  @Column({ type: 'integer', default: 0 })
  openParts: number;

  @Column({
    type: 'jsonb',
    nullable: true,
    comment: 'An interim reply or a rejection that waits for its second person',
  })
  proposal: unknown | null;

  @Column({ type: 'text', nullable: true })
  rejectionCode: string | null;

  @Column({ type: 'timestamptz', nullable: true })
  appealedAt: Date | null;

  @Column({ type: 'boolean', default: false })
  restricted: boolean;

  @Column({
    type: 'timestamptz',
    nullable: true,
    comment: 'Since when the responsible entity has it; submission when null',
  })
  entityAssignedAt: Date | null;

  @Column({ type: 'text', nullable: true, comment: 'Highest level that the current cycle reached' })
  escalation: string | null;

  @Column({
    type: 'timestamptz',
    nullable: true,
    comment: 'When the next level of the ladder is due; null when none is',
  })
  escalatesAt: Date | null;

  @Column({
    type: 'timestamptz',
    nullable: true,
    comment: 'When the system ends the waiting of this state; null when it does not',
  })
  timesOutAt: Date | null;

  @Column({ type: 'integer', default: 0 })
  ownReopenings: number;

  @Column({
    type: 'boolean',
    default: false,
    comment: 'Whether every text that a confidential report kept plain has been encrypted',
  })
  textsSealed: boolean;
}
