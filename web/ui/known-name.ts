/**
 * The name of what a record refers to. Names come from the directory: while it is away the reference is still there, and
 * is never said to be unknown.
 * @param named what the directory says; null while it is away, and where there is nothing
 * @param reference the same without names; null only where there is nothing
 */
export function knownName(
  named: { name: string } | null | undefined,
  reference: object | null | undefined,
  words: { none: string; away: string },
): string {
  return named?.name ?? (reference ? words.away : words.none);
}
