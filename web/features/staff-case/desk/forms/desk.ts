/** What the forms of one case are made of: its facts, and what may be chosen in them. */
import type { CaseDesk_CaseFragment } from '../../../../graphql/generated/graphql.ts';
import type { DeskChoices } from '../read/read-desk.ts';
import type { Desk } from './desk-form.island.tsx';

export type DeskCase = CaseDesk_CaseFragment;

/** What every panel of the desk is given. */
export interface PanelProps {
  desk: Desk;
  kase: DeskCase;
  choices: DeskChoices;
}
