/**
 * Lengths as people count them: one for a letter with its marks, one for an emoji of several code points
 * (grapheme clusters, UAX #29). Pure, runs on servers and in browsers.
 */

/** Direction marks are clusters of their own and show nothing. */
const uncounted = /^[\u061c\u200e\u200f]+$/;
/** Where each UTF-16 unit is one character: printable ASCII, line feeds, Arabic letters, digits and punctuation. */
const simple = /^[\n\t\x20-\x7e\u060c\u061b\u061f\u0621-\u063a\u0640-\u064a\u0660-\u0669]*$/;

let segmenter: Intl.Segmenter | undefined;
const clusters = (text: string) => {
  segmenter ??= new Intl.Segmenter('ar', { granularity: 'grapheme' });
  return segmenter.segment(text);
};

/** How many characters a reader would count; CRLF is one, marks of direction are none. */
export function lengthOf(text: string): number {
  if (simple.test(text)) return text.length;
  let length = 0;
  for (const { segment } of clusters(text)) if (!uncounted.test(segment)) length += 1;
  return length;
}

/** The first characters of a text, at most `max`; never half of a letter with its marks or of an emoji. */
export function cutToLength(text: string, max: number): string {
  if (text.length <= max) return text;
  let length = 0;
  for (const { segment, index } of clusters(text)) {
    if (!uncounted.test(segment)) length += 1;
    if (length > max) return text.slice(0, index);
  }
  return text;
}

/**
 * UTF-16 units that a text of `max` characters may take: a cluster can hold any number of code points, storage
 * cannot. Eight hold every emoji family with skin tones in a text that is not made of them alone.
 */
export function mostUnits(max: number): number {
  return max * 8;
}
