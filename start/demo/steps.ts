/** The steps of a case's life, as people of the demonstration take them. */
import type { Importance, Pillar } from '@bekhedmetkom/schema/events/vocabulary';
import { dayOf, formatDay } from '@bekhedmetkom/time/amman';

/** What a step may need to know of its case, and of the others. */
export interface Known {
  reference: string;
  /** When it is due; null before it is classified. */
  dueAt: string | null;
  referenceOf(life: string): string;
  postOf(key: string): string;
  /** Points for each criterion of the rubric. */
  scores: { criterion: string; points: number }[];
}

export interface Step {
  /** Username of a person of schema/demo/people.json. */
  who: string;
  mutation: string;
  /** An applicant names the case by its reference, staff by its id. */
  by: 'APPLICANT' | 'STAFF';
  input(known: Known): Record<string, unknown>;
}

const people: Record<string, { mfp: string; sfp: string; post: string }> = {
  MOH: { mfp: 'mfp.moh', sfp: 'sfp.moh', post: 'MOH-SFP-1' },
  MIYAHUNA: { mfp: 'mfp.water', sfp: 'sfp.water', post: 'MIYAHUNA-SFP-1' },
};
const of = (entity: string) => {
  const found = people[entity];
  if (!found) throw new RangeError(`nobody of ${entity} has an account`);
  return found;
};
/** What somebody who works here does. */
export const staff = (
  who: string,
  mutation: string,
  input: Step['input'] | Record<string, unknown> = {},
): Step => ({
  who,
  mutation,
  by: 'STAFF',
  input: typeof input === 'function' ? input : () => input,
});
/** What the applicant does. */
export const applicant = (who: string, mutation: string, input: Record<string, unknown> = {}): Step => ({
  who,
  mutation,
  by: 'APPLICANT',
  input: () => input,
});

/** The main focal point says what it is about and gives it to the sub focal point. */
export const classified = (
  entity: string,
  categoryCode: string,
  importance: Importance = 'MEDIUM',
  pillar: Pillar = 'TIME',
) =>
  staff(of(entity).mfp, 'classifyCase', ({ postOf }) => ({
    importance,
    pillar,
    categoryCode,
    assigneePostId: postOf(of(entity).post),
  }));
/** The sub focal point begins. */
export const started = (entity: string) => staff(of(entity).sfp, 'startCase');
/** The sub focal point proposes an answer, a reviewer approves it. */
export const answered = (entity: string, text: string, outcome = 'SOLVED') => [
  staff(of(entity).sfp, 'proposeAnswer', { outcome, text }),
  staff('quality.1', 'approveAnswer', ({ scores }) => ({ scores })),
];
/** One entity asks another to take the case. */
export const offered = (from: string, to: string, reason: string) =>
  staff(of(from).mfp, 'transferCase', { toEntityCode: to, reason });
/** The other entity does not take it. */
export const refused = (by: string, reason: string) => staff(of(by).mfp, 'refuseTransfer', { reason });
/** An interim reply is proposed; its day is tried until it is a working one. */
export const interim = (entity: string, text: string) =>
  staff(of(entity).sfp, 'proposeInterimReply', ({ dueAt }) => ({ text, dueOn: dayAfter(dueAt) }));

/** The day after a moment, Asia/Amman, `YYYY-MM-DD`. */
export function dayAfter(moment: string | null): string {
  const at = moment === null ? Date.now() : Date.parse(moment);
  return formatDay(dayOf(at) + 1);
}
