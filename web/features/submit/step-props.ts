import type { Locale } from '../../i18n/locale.ts';
import type { FormResult } from '../forms/form-result.ts';
import type { Draft } from './draft.ts';

export interface StepProps {
  locale: Locale;
  draft: Draft | null;
  /** Of the form that was just sent and came back. */
  result: FormResult | null;
}

/** The first error of each box. */
export function errorsOf(result: FormResult | null): Record<string, string | undefined> {
  const errors: Record<string, string | undefined> = {};
  for (const { field, message } of result?.problems ?? []) errors[field] ??= message;
  return errors;
}
