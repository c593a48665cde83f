import type { Refusal } from '../case/case.ts';
import type { TransitionContext } from '../case-change/change-case.ts';
import { cannedAnswersOf } from './canned-answer.repository.ts';
import { isOnlyCanned, isStockPhrase, variablesIn } from './canned-answer.ts';
import { fillingOf } from './filling.ts';

/** Refuses an answer in which variables are left, or that is nothing but one of the canned answers at hand. */
export async function refuseCanned(context: TransitionContext, answer: string): Promise<Refusal | null> {
  const { tx, record, directory, now, post } = context;
  const [name] = variablesIn(answer);
  if (name !== undefined) return { refused: 'UNFILLED_VARIABLE', field: ['text'], facts: { name } };
  if (isStockPhrase(answer)) return { refused: 'CANNED_ANSWER', field: ['text'] };
  const canned = await cannedAnswersOf(tx, record.entity);
  const isCanned = (['ar', 'en'] as const).some((language) => {
    const filling = fillingOf(record, { seesText: true }, { directory, now, language, post });
    return canned.some(({ body }) => isOnlyCanned(answer, body[language], filling));
  });
  return isCanned ? { refused: 'CANNED_ANSWER', field: ['text'] } : null;
}
