import { latinDigits } from '../forms/digits.ts';

type Fields = Readonly<Record<string, string | undefined>>;

interface Wrong<Name extends string> {
  problems: { field: string; error: Name }[];
}

const longestTyped = 100;
const longestComment = 2_000;
const solvedAnswers = ['YES', 'PARTLY', 'NO'] as const;

/** Reference and secret as typed: any digits, case and spacing; the complaint program does the rest. */
export function readTracking(
  fields: Fields,
): { reference: string; secret: string } | Wrong<'referenceMissing' | 'secretMissing'> {
  const reference = readTyped(fields.reference);
  const secret = readTyped(fields.secret);
  if (reference && secret) return { reference, secret };
  return {
    problems: [
      ...(reference ? [] : [{ field: 'reference', error: 'referenceMissing' as const }]),
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
  const comment = (fields.comment ?? '').replace(/\r\n?/g, '\n').trim();
  const scored = Number.isInteger(score) && score >= 1 && score <= 5;
  if (!solved || !scored || [...comment].length > longestComment) {
    return {
      problems: [
        ...(solved ? [] : [{ field: 'solved', error: 'solvedMissing' as const }]),
        ...(scored ? [] : [{ field: 'score', error: 'scoreMissing' as const }]),
        ...([...comment].length > longestComment
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

/** A reference (or a secret) with Latin digits and letters, without what copying brings along. */
export function readTyped(typed: string | undefined): string {
  return latinDigits(typed ?? '')
    .replace(/[\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, '')
    .trim()
    .toUpperCase()
    .slice(0, longestTyped);
}
