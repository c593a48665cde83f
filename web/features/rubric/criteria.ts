/** The rubric as its editor holds it: every figure as it is typed, until it is sent. */

export interface CriterionDraft {
  /** Tells rows apart while they are moved; never sent. */
  row: number;
  /** Empty for a new one: it is made of the English name. */
  key: string;
  ar: string;
  en: string;
  weight: string;
  max: string;
}

export interface RubricDraft {
  criteria: CriterionDraft[];
  samplePercent: string;
}

export const maxCriteria = 12;

/** A criterion that nobody has filled in yet. */
export function emptyCriterion(drafts: readonly CriterionDraft[]): CriterionDraft {
  const row = Math.max(0, ...drafts.map((draft) => draft.row)) + 1;
  return { row, key: '', ar: '', en: '', weight: '1', max: '5' };
}

/** The rows with the one at `from` put at `to`; as they were when there is no such place. */
export function moved<T>(rows: readonly T[], from: number, to: number): T[] {
  const row = rows[from];
  if (row === undefined || to < 0 || to >= rows.length) return [...rows];
  return rows.toSpliced(from, 1).toSpliced(to, 0, row);
}

/** The keys of the criteria: what they had, or one of the English name, each once. */
export function keysOf(drafts: readonly Pick<CriterionDraft, 'key' | 'en'>[]): string[] {
  const taken = new Set(drafts.flatMap(({ key }) => (key ? [key] : [])));
  return drafts.map(({ key, en }) => {
    if (key) return key;
    const stem =
      en
        .toLowerCase()
        .replace(/[^a-z0-9]+/g, '-')
        .replace(/^[^a-z]+|-+$/g, '')
        .slice(0, 30)
        .replace(/-+$/, '') || 'criterion';
    let made = stem;
    for (let n = 2; taken.has(made); n++) made = `${stem}-${n}`;
    taken.add(made);
    return made;
  });
}

/** A whole number as it is typed, in Latin or Arabic digits; NaN for anything else. */
export function wholeNumber(typed: string): number {
  const latin = typed.trim().replace(/[٠-٩]/g, (digit) => String(digit.charCodeAt(0) - 0x0660));
  return /^\d+$/.test(latin) ? Number(latin) : Number.NaN;
}

/** How much of the whole each criterion counts, in percent; null while a figure is missing. */
export function sharesOf(drafts: readonly Pick<CriterionDraft, 'weight' | 'max'>[]): (number | null)[] {
  const most = drafts.map(({ weight, max }) => wholeNumber(weight) * wholeNumber(max));
  const whole = most.reduce((sum, each) => sum + each, 0);
  return most.map((each) => (Number.isNaN(whole) || whole === 0 ? null : Math.round((each / whole) * 100)));
}

/** The most points that the whole rubric gives; null while a figure is missing. */
export function mostOf(drafts: readonly Pick<CriterionDraft, 'weight' | 'max'>[]): number | null {
  const most = drafts.reduce((sum, { weight, max }) => sum + wholeNumber(weight) * wholeNumber(max), 0);
  return Number.isNaN(most) ? null : most;
}
