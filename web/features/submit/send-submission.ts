import type { SubmitCaseInput, SubmitCaseMutation } from '../../graphql/generated/graphql.ts';
import { mutate } from '../../graphql/server.ts';
import type { Locale } from '../../i18n/locale.ts';
import type { Draft } from './draft/draft.ts';
import { changeDraft } from './draft/kept-draft.ts';
import { submitCaseDocument } from './submit-case.document.ts';

type Payload = SubmitCaseMutation['submitCase'];

/** `earlier`: an attempt whose answer never came had arrived; what was changed since then is not in it. */
export type Sent = { payload: Payload; earlier: boolean } | { away: string };

/** Attempts of one draft, each with other answers, that are remembered. */
const maxAttempts = 4;

/**
 * Sends a submission; a draft becomes one case, however often it is sent. The draft remembers what was attempted
 * before it is sent: when an attempt without an answer was filed after all and the answers were changed since, the
 * key is taken by another content (IDEMPOTENCY_MISMATCH), and that attempt is repeated word for word for its receipt.
 */
export async function sendSubmission(
  id: string,
  draft: Draft,
  input: SubmitCaseInput,
  locale: Locale,
): Promise<Sent> {
  const content = JSON.stringify(input);
  const attempts = draft.attempts ?? [];
  if (!attempts.includes(content))
    await changeDraft(id, (before) => ({
      ...before,
      attempts: [...(before.attempts ?? []), content].slice(-maxAttempts),
    }));
  const { data, problem } = await mutate(submitCaseDocument, { input }, locale);
  if (!data) return { away: problem?.code ?? '' };
  if (!isTaken(data.submitCase)) return { payload: data.submitCase, earlier: false };
  for (const attempt of attempts.filter((one) => one !== content)) {
    const again = await mutate(submitCaseDocument, { input: JSON.parse(attempt) as SubmitCaseInput }, locale);
    if (!again.data) return { away: again.problem?.code ?? '' };
    if (!isTaken(again.data.submitCase)) return { payload: again.data.submitCase, earlier: true };
  }
  return { payload: data.submitCase, earlier: false };
}

function isTaken({ userErrors }: Payload): boolean {
  return userErrors.some(({ code }) => code === 'IDEMPOTENCY_MISMATCH');
}
