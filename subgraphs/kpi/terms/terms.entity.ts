import { Check, Column, Entity, PrimaryColumn } from 'typeorm';

@Entity({
  name: 'threshold',
  comment: 'By which numbers figures are shown and compared. A proposal, to be changed here.',
})
@Check('threshold_value_check', 'value > 0')
export class ThresholdRow {
  @PrimaryColumn({ type: 'text' })
  name: string;

  @Column({ type: 'integer' })
  value: number;
}

@Entity({
  name: 'reopening_term',
  comment: 'For how many working days an answer may be reopened, by the SLA policies of the directory.',
})
export class ReopeningTermRow {
  @PrimaryColumn({ type: 'text' })
  programme: string;

  @PrimaryColumn({ type: 'integer' })
  version: number;

  @Column({ type: 'date' })
  effectiveFrom: string;

  @Column({ type: 'integer' })
  workingDays: number;
}
