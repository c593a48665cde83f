/**
 * Characters that the database takes in no text: U+0000, and halves of surrogate pairs in JSON. Nobody can see or type
 * them, so they are ignored wherever a program of ours is given text: U+0000 is dropped, a half pair becomes U+FFFD.
 */

const suspicious = /\\u0000|\\u\{0|\\ud[89a-f]/i;
// Behind a backslash that is itself escaped, the digits are plain text.
const nulInLiteral = /(\\\\)|\\u(?:0000|\{0+\})/g;

/** Whether a JSON text can hold such characters, as escapes. Raw ones are no JSON, or no UTF-8. */
export function mayHoldUnstorable(json: string): boolean {
  return suspicious.test(json);
}

/** A value out of JSON without such characters, in keys and values at any depth. */
export function withoutUnstorable<T>(value: T): T {
  if (typeof value === 'string') return value.replaceAll('\0', '').toWellFormed() as T;
  if (Array.isArray(value)) return value.map(withoutUnstorable) as T;
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, each]) => [withoutUnstorable(key), withoutUnstorable(each)]),
  ) as T;
}

/** An operation's text without U+0000 in its literals, however it is escaped there. */
export function withoutNulLiterals(query: string): string {
  return query.replaceAll('\0', '').replace(nulInLiteral, (_, escaped: string | undefined) => escaped ?? '');
}

/** A GraphQL request without such characters in its text and variables. */
export function cleanRequest(body: unknown): unknown {
  const cleaned = withoutUnstorable(body);
  if (typeof cleaned !== 'object' || cleaned === null || !('query' in cleaned)) return cleaned;
  const { query } = cleaned;
  return typeof query === 'string' ? { ...cleaned, query: withoutNulLiterals(query) } : cleaned;
}
