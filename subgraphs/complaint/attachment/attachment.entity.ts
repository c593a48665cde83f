import { Check, Column, Entity, Index, PrimaryColumn } from 'typeorm';

@Entity({
  name: 'attachment',
  comment: 'One file. Until added_at it is an upload of whoever knows its id, which is random',
})
@Check('attachment_added_by_check', `added_by = ANY (ARRAY['APPLICANT', 'STAFF'])`)
@Check('attachment_announced_bytes_check', 'announced_bytes > 0')
@Check('attachment_check', 'received <= announced_bytes')
@Check('attachment_check1', `(added_by = 'STAFF') OR (actor IS NULL)`)
@Check(
  'attachment_state_check',
  `state = ANY (ARRAY['UPLOADING', 'SCANNING', 'READY', 'INFECTED', 'REJECTED', 'LEAVING'])`,
)
@Index('attachment_case', ['caseId'], { where: 'case_id IS NOT NULL' })
@Index('attachment_infected', ['id'], { where: `(state = 'INFECTED'::text) AND (bytes IS NOT NULL)` })
@Index('attachment_plain_name', ['id'], { where: 'sealed_name IS NULL' })
@Index('attachment_unfinished', ['begunAt'], {
  where: `(state = 'UPLOADING'::text) AND (received = announced_bytes)`,
})
@Index('attachment_waiting', ['begunAt'], { where: 'added_at IS NULL' })
export class AttachmentRow {
  @PrimaryColumn({ type: 'uuid' })
  id: string;

  @Column({
    type: 'uuid',
    nullable: true,
    comment: 'Set when the upload was begun for a case, else when the case that brings it is filed',
  })
  caseId: string | null;

  @Column({ type: 'text' })
  state: string;

  @Column({ type: 'text', nullable: true })
  refusal: string | null;

  @Column({ type: 'text' })
  fileName: string;

  @Column({ type: 'bigint' })
  announcedBytes: number;

  @Column({ type: 'bigint', default: 0 })
  received: number;

  @Column({ type: 'text', nullable: true })
  mediaType: string | null;

  @Column({
    type: 'bigint',
    nullable: true,
    comment: 'What is kept, after cleaning; announced_bytes is what was sent',
  })
  bytes: number | null;

  @Column({ type: 'bigint', nullable: true })
  previewBytes: number | null;

  @Column({ type: 'text' })
  addedBy: string;

  @Column({
    type: 'text',
    nullable: true,
    comment: 'Subject of the member of staff; of applicants nothing is kept',
  })
  actor: string | null;

  @Column({ type: 'text', nullable: true })
  post: string | null;

  @Column({ type: 'timestamptz', default: () => 'clock_timestamp()' })
  begunAt: Date;

  @Column({ type: 'timestamptz', nullable: true })
  addedAt: Date | null;

  @Column({ type: 'timestamptz', nullable: true })
  busyUntil: Date | null;

  @Column({
    type: 'uuid',
    nullable: true,
    comment: 'Token of the one who may finish the upload until busy_until; a later one replaces it',
  })
  finisher: string | null;

  @Column({
    type: 'uuid',
    nullable: true,
    comment:
      'Token in the storage keys of the file and its preview; null for files that were stored without one',
  })
  storedAs: string | null;

  @Column({
    type: 'bytea',
    nullable: true,
    comment: 'The name that its sender gave it, sealed; file_name is then a placeholder',
  })
  sealedName: Buffer | null;

  @Column({
    type: 'timestamptz',
    nullable: true,
    comment: 'Until then clearing this row away is not tried again',
  })
  retryAt: Date | null;

  @Column({ type: 'integer', default: 0 })
  retryCount: number;
}

@Entity({
  name: 'attachment_chunk',
  comment:
    'Keys that may be in the storage and belong to nothing finished yet; bytes is null until a piece counts',
})
export class AttachmentChunkRow {
  @PrimaryColumn({ type: 'uuid' })
  attachmentId: string;

  @PrimaryColumn({ type: 'text' })
  key: string;

  @Column({ type: 'bigint' })
  start: number;

  @Column({ type: 'integer', nullable: true })
  bytes: number | null;

  @Column({ type: 'timestamptz', default: () => 'now()' })
  announcedAt: Date;
}
