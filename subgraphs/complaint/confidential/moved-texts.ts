import type { Tx } from '@bekhedmetkom/platform/database';
import { rewriteTexts } from './case-texts.ts';
import { isSealed, type KeptCase, type SealedWords } from './sealed-words.ts';

/**
 * Keeps texts that were moved from one case to another as the other one keeps its own: what is sealed is bound to its
 * case, and would not open any more. Both cases are locked.
 */
export async function movedTexts(
  tx: Tx,
  words: SealedWords,
  from: Pick<KeptCase, 'id'>,
  to: KeptCase,
): Promise<void> {
  await rewriteTexts(tx, to.id, (kept) => {
    if (!isSealed(kept)) return words.keep(to, kept);
    return words.isOf(to.id, kept) ? kept : words.seal(to.id, words.open(from.id, kept));
  });
}
