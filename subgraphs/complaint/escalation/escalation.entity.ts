import { Check, Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { CycleRow } from '../case/cycle.entity.ts';

@Entity({ name: 'escalation', comment: 'Levels of the ladder that rounds of cases reached' })
@ForeignKey(() => CycleRow, ['caseId', 'cycle'], ['caseId', 'number'], {
  name: 'escalation_case_id_cycle_fkey',
})
@Check('escalation_level_check', `level = ANY (ARRAY['L0', 'L1', 'L2', 'L3', 'L4'])`)
@Check('escalation_trigger_check', `trigger = ANY (ARRAY['CLOCK', 'APPLICANT'])`)
export class EscalationRow {
  @PrimaryColumn({ type: 'uuid' })
  caseId: string;

  @PrimaryColumn({ type: 'integer' })
  cycle: number;

  @PrimaryColumn({ type: 'text' })
  level: string;

  @Column({ type: 'text' })
  trigger: string;

  @Column({ type: 'timestamptz' })
  at: Date;

  @Column({ type: 'text', array: true, comment: 'Keys of the posts that were told' })
  posts: readonly string[];
}
