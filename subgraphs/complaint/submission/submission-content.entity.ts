import { Check, Column, Entity, Index, PrimaryColumn } from 'typeorm';

@Entity({ name: 'submission_content', comment: 'What was handed in. Written once' })
@Check('submission_content_check', '(latitude IS NULL) = (longitude IS NULL)')
@Check(
  'submission_content_latitude_check',
  `(latitude >= ('-90'::integer)::double precision) AND (latitude <= (90)::double precision)`,
)
@Check(
  'submission_content_longitude_check',
  `(longitude >= ('-180'::integer)::double precision) AND (longitude <= (180)::double precision)`,
)
@Index('submission_content_document', { synchronize: false })
@Index('submission_content_search_version', ['searchVersion'])
@Index('submission_content_subject', { synchronize: false })
export class SubmissionContentRow {
  @PrimaryColumn({ type: 'uuid' })
  caseId: string;

  @Column({ type: 'text' })
  body: string;

  @Column({ type: 'bytea', nullable: true, comment: 'AES-256-GCM under the contact key, bound to the case' })
  sealedContact: Buffer | null;

  @Column({ type: 'bytea', nullable: true })
  secretHash: Buffer | null;

  @Column({ type: 'text' })
  searchSubject: string;

  @Column({ type: 'tsvector' })
  searchDocument: string;

  @Column({ type: 'double precision', nullable: true })
  latitude: number | null;

  @Column({ type: 'double precision', nullable: true })
  longitude: number | null;

  @Column({ type: 'text', nullable: true })
  creditedUnit: string | null;

  @Column({ type: 'text', nullable: true, comment: `Whom a compliment is for, in the applicant's words` })
  creditedName: string | null;

  @Column({
    type: 'bytea',
    nullable: true,
    comment: 'Of a confidential report, in place of latitude and longitude',
  })
  sealedPoint: Buffer | null;

  @Column({
    type: 'smallint',
    default: 0,
    comment:
      'Which rules made search_subject and search_document; older ones are made anew in the background',
  })
  searchVersion: number;
}

@Entity({ name: 'submission', comment: 'Idempotency keys, as keyed hashes: they lead back to nobody' })
export class SubmissionRow {
  @PrimaryColumn({ type: 'bytea' })
  keyHash: Buffer;

  @Column({ type: 'bytea' })
  bodyHash: Buffer;

  @Column({ type: 'uuid' })
  caseId: string;

  @Column({ type: 'timestamptz' })
  createdAt: Date;
}
