/** Whether a case that is heard of belongs in the list on the screen. */
import type { CaseFilter, EscalationLevel } from '../../graphql/generated/graphql.ts';
import { type CaseState, type CaseType, type Importance, isOpen, type Pillar } from '../staff/vocabulary.ts';

/** What the browser knows of a case. */
export interface Listed {
  state: CaseState;
  type: CaseType;
  importance: Importance | null;
  pillar: Pillar | null;
  overdue: boolean;
  level: EscalationLevel | null;
  appealed: boolean;
  proposed: boolean;
  entity: string | null;
  category: string | null;
  governorate: string | null;
  holderPost: string | null;
  /** Entity that is asked to take it; null when nobody is. */
  transferTo: string | null;
  transferAtRoom: boolean;
  subject: string;
  reference: string;
}

/** What the viewer is to cases. */
export interface Watcher {
  posts: readonly string[];
  /** Codes of the entities whose main focal point the viewer is. */
  mainOf: readonly string[];
  operationRoom: boolean;
}

type Choice<T> = T | readonly T[] | null | undefined;

/**
 * Judged by the browser: a search text is matched by subject and reference only, and what only the server knows
 * (the window, the sector, the channel) keeps new cases out. So a live list may show fewer new rows than the
 * server would find; reading it anew finds them all.
 */
export function belongs(kase: Listed, filter: CaseFilter, watcher: Watcher): boolean {
  const text = filter.text?.toLowerCase() ?? '';
  return (
    (!filter.open || isOpen(kase.state)) &&
    within(filter.state, kase.state) &&
    within(filter.type, kase.type) &&
    within(filter.importance, kase.importance) &&
    within(filter.pillar, kase.pillar) &&
    within(filter.escalation, kase.level) &&
    within(filter.entity, kase.entity ?? '') &&
    within(filter.category, kase.category ?? '') &&
    within(filter.governorate, kase.governorate ?? '') &&
    (!filter.overdue || kase.overdue) &&
    (!filter.appealed || kase.appealed) &&
    (!filter.proposal || kase.proposed) &&
    (!filter.mine || (kase.holderPost !== null && watcher.posts.includes(kase.holderPost))) &&
    (!filter.incoming || decides(kase, watcher)) &&
    (!text || kase.subject.toLowerCase().includes(text) || kase.reference.toLowerCase().includes(text)) &&
    !known(filter)
  );
}

function decides(kase: Listed, watcher: Watcher): boolean {
  if (kase.transferTo === null) return false;
  return kase.transferAtRoom ? watcher.operationRoom : watcher.mainOf.includes(kase.transferTo);
}

/** Whether the filter asks for what only the server can tell. */
function known(filter: CaseFilter): boolean {
  return [
    filter.submitted,
    filter.sector,
    filter.channel,
    filter.programme,
    filter.sla,
    filter.unassigned,
  ].some((asked) => asked !== null && asked !== undefined);
}

function within<T>(choice: Choice<T>, value: T | null): boolean {
  if (choice === null || choice === undefined) return true;
  return value !== null && [choice].flat().includes(value);
}
