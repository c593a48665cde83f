import type { FormResult } from './form-result.ts';

/** The first error of each box. */
export function errorsOf(result: FormResult | null): Record<string, string | undefined> {
  const errors: Record<string, string | undefined> = {};
  for (const { field, message } of result?.problems ?? []) errors[field] ??= message;
  return errors;
}
