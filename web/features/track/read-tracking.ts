import { toLatinDigits } from '@bekhedmetkom/text/digits';
import { lengthOf } from '@bekhedmetkom/text/length';
import { isBlank, normaliseLine, normaliseText } from '@bekhedmetkom/text/normalise';
import { parseReference } from '@bekhedmetkom/text/reference';

type Fields = Readonly<Record<string, string | undefined>>;

interface Wrong<Name extends string> {
  problems: { field: string; error: Name }[];
}

const maxTypedLength = 100;
const maxCommentLength = 2_000;
const solvedAnswers = ['YES', 'PARTLY', 'NO'] as const;

export type ReferenceError = 'referenceMissing' | 'referenceNone' | 'referenceWrong';

/**
 * What is wrong with a reference as typed, told before anybody is asked for a secret: nothing is there, it is none, or its
 * check symbol says that one letter is mistyped.
 */
export function referenceError(typed: string): ReferenceError | null {
  if (typed === '') return 'referenceMissing';
  const { problem } = parseReference(typed);
  if (problem === null) return null;
  return problem === 'NOT_A_REFERENCE' ? 'referenceNone' : 'referenceWrong';
}

/** Reference and secret as typed: any digits, case and spacing; the complaint program does the rest. */
export function readTracking(
  fields: Fields,
): { reference: string; secret: string } | Wrong<ReferenceError | 'secretMissing'> {
  const reference = readTyped(fields.reference);
  const secret = readTyped(fields.secret);
  const wrong = referenceError(reference);
  if (!wrong && secret) return { reference, secret };
  return {
    problems: [
      ...(wrong ? [{ field: 'reference', error: wrong }] : []),
      ...(secret ? [] : [{ field: 'secret', error: 'secretMissing' as const }]),
    ],
  };
}

export interface TypedRating {
  reference: string;
  expectedVersion: number;
  score: number;
  solved: (typeof solvedAnswers)[number];
  comment: string | null;
}

export function readRating(
  fields: Fields,
): { rating: TypedRating } | Wrong<'solvedMissing' | 'scoreMissing' | 'commentLong'> {
  const solved = solvedAnswers.find((answer) => answer === fields.solved);
  const score = Number(fields.score ?? Number.NaN);
  const comment = normaliseText(fields.comment ?? '');
  const scored = Number.isInteger(score) && score >= 1 && score <= 5;
  if (!solved || !scored || lengthOf(comment) > maxCommentLength) {
    return {
      problems: [
        ...(solved ? [] : [{ field: 'solved', error: 'solvedMissing' as const }]),
        ...(scored ? [] : [{ field: 'score', error: 'scoreMissing' as const }]),
        ...(lengthOf(comment) > maxCommentLength
          ? [{ field: 'comment', error: 'commentLong' as const }]
          : []),
      ],
    };
  }
  const expectedVersion = Number.parseInt(fields.expectedVersion ?? '0', 10) || 0;
  return {
    rating: { reference: readTyped(fields.rated), expectedVersion, score, solved, comment: comment || null },
  };
}

/** What the applicant may do with words of their own: the box, how long, and whether it may stay empty. */
const written = {
  reply: { action: 'REPLY', box: 'replyText', most: 10_000, needed: true },
  withdraw: { action: 'WITHDRAW', box: 'withdrawReason', most: 2_000, needed: false },
  separate: { action: 'SEPARATE', box: 'separateReason', most: 2_000, needed: false },
  reopen: { action: 'REOPEN', box: 'reopenReason', most: 2_000, needed: true },
  appeal: { action: 'APPEAL', box: 'appealReason', most: 2_000, needed: true },
} as const;
export type WrittenAct = keyof typeof written;

/** The words of one of these forms; `withdraw` also wants to be meant. */
export function readWritten(
  act: WrittenAct,
  fields: Fields,
): { text: string } | Wrong<'textMissing' | 'textLong' | 'notSure'> {
  const { box, most, needed } = written[act];
  const text = normaliseText(fields[box] ?? '');
  const problems = [
    ...(needed && isBlank(text) ? [{ field: box, error: 'textMissing' as const }] : []),
    ...(lengthOf(text) > most ? [{ field: box, error: 'textLong' as const }] : []),
    ...(act === 'withdraw' && fields.sure !== 'yes' ? [{ field: 'sure', error: 'notSure' as const }] : []),
  ];
  return problems.length > 0 ? { problems } : { text };
}

/** What was typed into forms that are no longer offered: it is shown, so that nothing is lost. */
export function leftOver(values: Fields, actions: readonly string[]): string[] {
  const boxes = [...Object.values(written), { action: 'RATE', box: 'comment' }];
  return boxes.flatMap(({ action, box }) => {
    const text = values[box]?.trim();
    return text && !actions.includes(action) ? [text] : [];
  });
}

/** A reference (or a secret) with Latin digits and letters, without what copying brings along. */
export function readTyped(typed: string | undefined): string {
  return toLatinDigits(normaliseLine(typed ?? ''))
    .replace(/\p{Cf}/gu, '')
    .trim()
    .toUpperCase()
    .slice(0, maxTypedLength);
}
