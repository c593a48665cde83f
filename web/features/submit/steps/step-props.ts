import type { Locale } from '../../../i18n/locale.ts';
import type { FormResult } from '../../forms/form-result.ts';
import type { Draft } from '../draft/draft.ts';

export interface StepProps {
  locale: Locale;
  /** Of the draft, as it stands in the address. */
  id: string;
  draft: Draft;
  /** Of the form that was just sent and came back. */
  result: FormResult | null;
}

/** What a box shows: what was typed last and not handed in, what came back with errors, or the answer that is kept. */
export function shownIn(
  { draft, result }: Pick<StepProps, 'draft' | 'result'>,
  name: string,
  answer: string | null | undefined,
): string {
  return draft.typed?.[name] ?? result?.values[name] ?? answer ?? '';
}
