import type { CaseRecord } from '../case/case.record.ts';
import type { Point } from '../location/location.ts';
import { isConfidential, type SealedWords } from './sealed-words.ts';

/** A new case as it is kept: of a confidential report the words and the place are encrypted. */
export function asKept(
  record: CaseRecord,
  { text, point }: { text: string; point: Point | null },
  words: SealedWords,
) {
  if (!isConfidential(record)) return { record, text, point, sealedPoint: null };
  const seal = (one: string): string => words.seal(record.id, one);
  return {
    record: {
      ...record,
      subject: seal(record.subject),
      district: words.keep(record, record.district),
      ratingComment: words.keep(record, record.ratingComment),
    },
    text: seal(text),
    point: null,
    sealedPoint: point && words.sealPoint(record.id, point),
  };
}
