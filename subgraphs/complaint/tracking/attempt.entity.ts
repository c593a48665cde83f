import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

@Entity({ name: 'failed_attempt', comment: 'Wrong follow-up secrets, kept a day' })
@Index('failed_attempt_age', ['lastAt'])
export class FailedAttemptRow {
  @PrimaryColumn({ type: 'text' })
  reference: string;

  @PrimaryColumn({ type: 'text', comment: 'Opaque key of the caller, never an address' })
  caller: string;

  @Column({ type: 'integer' })
  tries: number;

  @Column({ type: 'timestamptz' })
  lastAt: Date;
}
