/** The rules of bringing cases together: what may be merged into what, and what may be followed. Pure. */
import type { CaseState, CaseType, Programme } from '@bekhedmetkom/schema/events/vocabulary';
import type { Refusal } from '../case/case.ts';
import { isOpen } from '../case/transitions.ts';

/** What the rules look at. */
export interface Mergeable {
  id: string;
  type: CaseType;
  state: CaseState;
  entity: string | null;
  programme: Programme;
  restricted: boolean;
}

const field = ['intoReference'];

/**
 * Why a case is not merged into another one. `everywhere`: by the operation room; a main focal point merges
 * within the own entity only.
 */
export function checkMerge(kase: Mergeable, parent: Mergeable, everywhere: boolean): Refusal | null {
  if (parent.id === kase.id) return { refused: 'INTO_ITSELF', field };
  if (parent.state === 'DUPLICATE') return { refused: 'PARENT_IS_DUPLICATE', field };
  if (!isOpen(parent.state)) return { refused: 'PARENT_NOT_OPEN', field };
  if (!everywhere && parent.entity !== kase.entity) return { refused: 'PARENT_ELSEWHERE', field };
  return mayMix(kase, parent) ? null : { refused: 'KINDS_DO_NOT_MIX', field };
}

/**
 * Whether the answer to one may be read by the reporter of the other. A report is confidential, and a
 * restricted programme keeps its cases apart; a compliment is about somebody.
 */
export function mayMix(
  one: Pick<Mergeable, 'type' | 'programme' | 'restricted'>,
  other: Pick<Mergeable, 'type' | 'programme' | 'restricted'>,
): boolean {
  if ((one.restricted || other.restricted) && one.programme !== other.programme) return false;
  return one.type === other.type || (mixes(one.type) && mixes(other.type));
}

/** Whether strangers may be offered this case to follow instead of filing their own. */
export function mayBeFollowed({
  type,
  state,
  restricted,
}: Pick<Mergeable, 'type' | 'state' | 'restricted'>): boolean {
  return isOpen(state) && mixes(type) && !restricted;
}

function mixes(type: CaseType): boolean {
  return type !== 'REPORT' && type !== 'COMPLIMENT';
}
