/** The rules of notes: who may leave one, and whom it may call. */
import type { Refusal } from '../case/case.ts';
import type { ActorRole } from '../case/transitions.ts';

/** Longest note, in characters, and how many posts it may mention. */
export const maxNoteLength = 4_000;
export const maxMentions = 10;

/** A post as far as it matters to who may be mentioned. */
export interface Mentionable {
  key: string;
  role: string;
  names: { ar: string; en: string };
}

/** Roles whose holders work on cases; those that only oversee are told by escalation, not by notes. */
export const mentionableRoles = [
  'MAIN_FOCAL_POINT',
  'SUB_FOCAL_POINT',
  'SECRETARY_GENERAL',
  'OPERATION_ROOM',
  'QUALITY_REVIEWER',
  'PROGRAMME_COORDINATOR',
] as const;
const writing: readonly ActorRole[] = [
  'MAIN_FOCAL_POINT',
  'SUB_FOCAL_POINT',
  'TARGET_MAIN_FOCAL_POINT',
  'OPERATION_ROOM',
  'QUALITY_REVIEWER',
];

/** Whether somebody who sees what staff tell each other may add to it. */
export function mayWriteNotes(capacities: readonly ActorRole[]): boolean {
  return capacities.some((capacity) => writing.includes(capacity));
}

/**
 * Refuses a mention of a post that does not exist or may not see the case: nobody is called to what is kept
 * from them. `seers` are the posts that may be mentioned.
 */
export function checkMentions(
  wanted: readonly (string | null)[],
  seers: readonly Mentionable[],
  find: (key: string) => Mentionable | undefined,
): Refusal | null {
  const field = ['mentions'];
  if (new Set(wanted).size > maxMentions) {
    return { refused: 'TOO_MANY_MENTIONS', field, facts: { max: maxMentions } };
  }
  const stranger = wanted.find((key) => !seers.some((post) => post.key === key));
  if (stranger === undefined) return null;
  const post = stranger === null ? undefined : find(stranger);
  const facts: Refusal['facts'] = post ? { nameAr: post.names.ar, nameEn: post.names.en } : {};
  return { refused: 'MENTION_NOT_ALLOWED', field, facts };
}
