import { instant } from '@bekhedmetkom/platform/database';
import { Check, Column, Entity, PrimaryColumn } from 'typeorm';

@Entity({
  name: 'clock',
  comment: 'The moment up to which passing time is in the sums. Its lock is the turn to change them.',
})
@Check('clock_single_check', 'single')
export class ClockRow {
  @PrimaryColumn({ type: 'boolean', default: true })
  single: boolean;

  @Column({
    type: 'timestamptz',
    default: () => `date_trunc('milliseconds', clock_timestamp())`,
    transformer: instant,
  })
  processedUntil: number;
}
