/** What lists and the feed can be narrowed to. */
import type {
  CaseState,
  CaseType,
  Channel,
  EscalationLevel,
  Importance,
  Pillar,
  Programme,
} from '@bekhedmetkom/schema/events/vocabulary';
import type { SlaStatus } from '../sla/sla.ts';

export interface CaseFilter {
  /** Global ids: of these cases, those that pass the other fields. */
  ids?: string[] | null;
  entity?: string[] | null;
  sector?: string[] | null;
  type?: CaseType[] | null;
  state?: CaseState[] | null;
  importance?: Importance[] | null;
  pillar?: Pillar[] | null;
  channel?: Channel[] | null;
  governorate?: string[] | null;
  category?: string[] | null;
  sla?: SlaStatus[] | null;
  overdue?: boolean | null;
  open?: boolean | null;
  unassigned?: boolean | null;
  /** Global ids of the posts that hold the case. */
  assignee?: string[] | null;
  mine?: boolean | null;
  programme?: Programme[] | null;
  escalation?: EscalationLevel[] | null;
  /** Escalated in the present round to a post of the viewer, beyond the reminder. */
  escalatedToMe?: boolean | null;
  /** Transfers that wait for the viewer's decision. */
  incoming?: boolean | null;
  /** An interim reply or a rejection waits for its second person. */
  proposal?: boolean | null;
  /** That second person is the viewer (true), or somebody else (false). */
  awaitsMyDecision?: boolean | null;
  appealed?: boolean | null;
  /** When the case was first filed. Days in Asia/Amman, half-open. */
  submitted?: { from: string; to: string } | null;
  /** When the present round began: filed or reopened. */
  cycleSubmitted?: { from: string; to: string } | null;
  /** When the deadline that comes next falls; no case whose clock stands still. Days in Asia/Amman, half-open. */
  due?: { from: string; to: string } | null;
  text?: string | null;
}

export const caseOrders = ['NEXT_BREACH', 'NEWEST', 'OLDEST'] as const;
export type CaseOrder = (typeof caseOrders)[number];
