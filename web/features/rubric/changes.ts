/** What a draft of the rubric changes against the version in force. */
import { type CriterionDraft, keysOf, type RubricDraft, wholeNumber } from './criteria.ts';

export type RubricChange =
  | { kind: 'added' | 'removed'; key: string; name: string }
  | { kind: 'renamed' | 'weight' | 'max'; key: string; name: string; before: string; now: string }
  | { kind: 'order' }
  | { kind: 'sample'; before: string; now: string };

/**
 * The changes in the order of the editor; empty when publishing would change nothing. Figures are compared as
 * numbers, whatever digits they are typed in. Names are given in `language`.
 */
export function changesOf(draft: RubricDraft, inForce: RubricDraft, language: 'ar' | 'en'): RubricChange[] {
  const keys = keysOf(draft.criteria);
  const before = new Map(inForce.criteria.map((criterion) => [criterion.key, criterion]));
  const changed = draft.criteria.flatMap((criterion, i) => {
    const key = keys[i] ?? '';
    const former = before.get(key);
    return former
      ? changesOfCriterion(key, criterion, former, language)
      : [{ kind: 'added' as const, key, name: nameOf(criterion, language) }];
  });
  const removed = inForce.criteria
    .filter(({ key }) => !keys.includes(key))
    .map((criterion) => ({
      kind: 'removed' as const,
      key: criterion.key,
      name: nameOf(criterion, language),
    }));
  const kept = keys.filter((key) => before.has(key));
  const order = inForce.criteria.map(({ key }) => key).filter((key) => kept.includes(key));
  const all: RubricChange[] = [...changed, ...removed];
  if (kept.join(' ') !== order.join(' ')) all.push({ kind: 'order' });
  if (differs(draft.samplePercent, inForce.samplePercent)) {
    all.push({ kind: 'sample', before: inForce.samplePercent, now: draft.samplePercent });
  }
  return all;
}

function changesOfCriterion(
  key: string,
  criterion: CriterionDraft,
  former: CriterionDraft,
  language: 'ar' | 'en',
): RubricChange[] {
  const name = nameOf(criterion, language);
  const languages = language === 'ar' ? (['ar', 'en'] as const) : (['en', 'ar'] as const);
  const renamed = languages
    .filter((each) => criterion[each].trim() !== former[each])
    .map((each) => ({
      kind: 'renamed' as const,
      key,
      name,
      before: former[each],
      now: criterion[each].trim(),
    }))
    // One line a criterion: in the reader's language where that changed.
    .slice(0, 1);
  const figures = (['weight', 'max'] as const)
    .filter((figure) => differs(criterion[figure], former[figure]))
    .map((kind) => ({ kind, key, name, before: former[kind], now: criterion[kind] }));
  return [...renamed, ...figures];
}

function nameOf({ ar, en }: CriterionDraft, language: 'ar' | 'en'): string {
  return (language === 'ar' ? ar || en : en || ar).trim() || '…';
}

function differs(one: string, other: string): boolean {
  const [a, b] = [wholeNumber(one), wholeNumber(other)];
  return Number.isNaN(a) || Number.isNaN(b) ? one !== other : a !== b;
}
