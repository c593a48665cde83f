/** What an SLA policy must be. Pure. */
import type { SlaPolicy } from '@bekhedmetkom/schema/events/directory';
import type { CaseType, Importance, Pillar } from '@bekhedmetkom/schema/events/vocabulary';
import type { Refusal } from '../refusal/refusal.ts';

/** A policy as it was published. */
export interface PublishedPolicy {
  policy: SlaPolicy;
  publishedAt: Date;
  /** Subject of the issuer; null for the seed. */
  publishedBy: string | null;
}

export interface PolicyDraft {
  programme: SlaPolicy['programme'];
  /** YYYY-MM-DD. */
  effectiveFrom: string;
  acknowledge: { type: CaseType; minutes: number }[];
  resolve: SlaPolicy['resolveDays'];
}

/** The words that a matrix is made of. */
export interface Vocabulary {
  types: readonly CaseType[];
  pillars: readonly Pillar[];
  importances: readonly Importance[];
}

/** A cell that the matrix says nothing of; a pillar of null means that none of them is covered. */
export interface Hole {
  type: CaseType;
  pillar: Pillar | null;
  importance: Importance;
}

/** Longest times: a year of working days, and as much in minutes of a seven-hour day. */
export const maxPolicyLength = { days: 365, minutes: 365 * 420 } as const;

/** Everything that is wrong with a policy; `today` is YYYY-MM-DD in Asia/Amman. */
export function checkPolicy(draft: PolicyDraft, words: Vocabulary, today: string): Refusal[] {
  const refusals: Refusal[] = [];
  if (draft.effectiveFrom <= today) refusals.push({ refused: 'POLICY_IN_PAST', field: ['effectiveFrom'] });
  else if (draft.effectiveFrom > '2079-12-31') {
    refusals.push({ refused: 'DAY_OUT_OF_RANGE', field: ['effectiveFrom'] });
  }
  const { minutes } = maxPolicyLength;
  const covered = new Set(draft.acknowledge.map((row) => row.type));
  const inRange = draft.acknowledge.every((row) => within(row.minutes, minutes));
  const once = covered.size === draft.acknowledge.length && covered.size === words.types.length;
  if (!inRange || !once) {
    refusals.push({ refused: 'POLICY_ACKNOWLEDGE', field: ['acknowledge'], facts: { minutes } });
  }
  const seen = new Set<string>();
  for (const [i, row] of draft.resolve.entries()) {
    const field = ['resolve', String(i)];
    const cell = `${row.type} ${row.pillar} ${row.importance}`;
    if (seen.has(cell)) refusals.push({ refused: 'POLICY_TWICE', field });
    seen.add(cell);
    if (!isOneTime(row)) refusals.push({ refused: 'POLICY_TIME', field, facts: { ...maxPolicyLength } });
  }
  const holes = holesOf(draft.resolve, words);
  if (holes.length > 0)
    refusals.push({ refused: 'POLICY_INCOMPLETE', field: ['resolve'], facts: sayHoles(holes) });
  return refusals;
}

/** Whether the matrix speaks of a type: a compliment is due by its acknowledgement time only. */
export function hasMatrix(type: CaseType): boolean {
  return type !== 'COMPLIMENT';
}

/** The cells of the matrix that no row covers; a row without pillar covers all of them. */
export function holesOf(rows: SlaPolicy['resolveDays'], words: Vocabulary): Hole[] {
  const has = (type: CaseType, pillar: Pillar | null, importance: Importance) =>
    rows.some((row) => row.type === type && row.pillar === pillar && row.importance === importance);
  return words.types.filter(hasMatrix).flatMap((type) =>
    words.importances.flatMap((importance): Hole[] => {
      if (has(type, null, importance)) return [];
      const open = words.pillars.filter((pillar) => !has(type, pillar, importance));
      if (open.length === words.pillars.length) return [{ type, pillar: null, importance }];
      return open.map((pillar) => ({ type, pillar, importance }));
    }),
  );
}

const typeNames: Record<CaseType, [ar: string, en: string]> = {
  COMPLAINT: ['شكوى', 'complaint'],
  INQUIRY: ['استفسار', 'inquiry'],
  COMPLIMENT: ['ثناء', 'compliment'],
  REPORT: ['بلاغ', 'report'],
  SUGGESTION: ['اقتراح', 'suggestion'],
};
const pillarNames: Record<Pillar, [ar: string, en: string]> = {
  QUALITY: ['جودة الخدمة', 'quality'],
  TIME: ['وقت تقديم الخدمة', 'time'],
  STAFF: ['سلوك الموظفين', 'staff'],
  PROCEDURE: ['الإجراءات', 'procedure'],
  INFRASTRUCTURE: ['البنية التحتية', 'infrastructure'],
};
const importanceNames: Record<Importance, [ar: string, en: string]> = {
  LOW: ['منخفضة', 'low'],
  MEDIUM: ['متوسطة', 'medium'],
  HIGH: ['مرتفعة', 'high'],
  CRITICAL: ['حرجة', 'critical'],
};
const maxHoles = 8;

function sayHoles(holes: readonly Hole[]): { holesAr: string; holesEn: string } {
  const told = (language: 0 | 1) =>
    holes
      .slice(0, maxHoles)
      .map(({ type, pillar, importance }) =>
        [typeNames[type], pillar === null ? null : pillarNames[pillar], importanceNames[importance]]
          .flatMap((names) => (names ? [names[language]] : []))
          .join(' / '),
      )
      .join(language === 0 ? '، ' : ', ');
  const more = holes.length - maxHoles;
  return {
    holesAr: `${told(0)}${more > 0 ? ` و${more} غيرها` : ''}`,
    holesEn: `${told(1)}${more > 0 ? ` and ${more} more` : ''}`,
  };
}

function isOneTime({ workingDays, workingMinutes }: SlaPolicy['resolveDays'][number]): boolean {
  if ((workingDays == null) === (workingMinutes == null)) return false;
  if (workingDays != null) return within(workingDays, maxPolicyLength.days);
  return workingMinutes != null && within(workingMinutes, maxPolicyLength.minutes);
}

function within(figure: number, most: number): boolean {
  return Number.isInteger(figure) && figure >= 1 && figure <= most;
}
