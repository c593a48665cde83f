/** When a mail is given up. Pure. */

const hour = 3_600_000;

/** A mail older than this is news no more: it is not begun, and not tried again. */
export const newsLifetime = 72 * hour;

/**
 * Whether a mail that could not be sent is given up. A refusal for good (an SMTP reply of 5xx) ends it; anything else
 * is tried again for as long as it is news. `age` is in milliseconds.
 */
export function isOver(failure: { permanent: boolean }, age: number): boolean {
  return failure.permanent || age >= newsLifetime;
}
