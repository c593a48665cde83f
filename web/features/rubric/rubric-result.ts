/** What came of publishing a rubric. */
export interface RubricResult {
  status: 'idle' | 'invalid' | 'conflict' | 'failed' | 'published';
  errors: { /** Of the field in the form; null: about the whole. */ id: string | null; message: string }[];
}

export const idle: RubricResult = { status: 'idle', errors: [] };

interface UserError {
  field: readonly string[] | null;
  message: string;
  code: string;
}

/** The result of a publication that was answered with these errors. */
export function resultOf(errors: readonly UserError[]): RubricResult {
  if (errors.length === 0) return { status: 'published', errors: [] };
  const status = errors.some(({ code }) => code === 'CONFLICT') ? 'conflict' : 'invalid';
  return { status, errors: errors.map(({ field, message }) => ({ id: idOf(field), message })) };
}

/** `criteria.2.names.ar` is the box `rubric-2-ar`. */
function idOf(field: readonly string[] | null): string | null {
  if (field?.[0] === 'samplePercent') return 'rubric-sample';
  const [list, place, ...path] = field ?? [];
  const name = path.at(-1);
  if (list !== 'criteria' || place === undefined || name === undefined) return null;
  return `rubric-${place}-${name === 'key' ? 'en' : name}`;
}
