/** What came of saving or removing a canned answer. A form that was refused keeps every word typed into it. */
export const cannedFields = ['nameAr', 'nameEn', 'bodyAr', 'bodyEn', 'type', 'outcome'] as const;
export type CannedField = (typeof cannedFields)[number];
export type CannedValues = Record<CannedField, string>;

export interface CannedResult {
  status: 'idle' | 'invalid' | 'conflict' | 'failed';
  values: CannedValues | null;
  errors: { field: CannedField | null; message: string }[];
}

export const idle: CannedResult = { status: 'idle', values: null, errors: [] };

const byPath: Record<string, CannedField> = {
  'names.ar': 'nameAr',
  'names.en': 'nameEn',
  'body.ar': 'bodyAr',
  'body.en': 'bodyEn',
  type: 'type',
  outcome: 'outcome',
};

/** The result of a form that was answered with errors; null when there are none. */
export function refused(
  values: CannedValues | null,
  errors: readonly { field: readonly string[] | null; message: string; code: string }[],
): CannedResult | null {
  if (errors.length === 0) return null;
  const status = errors.some(({ code }) => code === 'CONFLICT') ? 'conflict' : 'invalid';
  return {
    status,
    values,
    errors: errors.map(({ field, message }) => ({ field: byPath[field?.join('.') ?? ''] ?? null, message })),
  };
}
