import type { Viewer } from '@bekhedmetkom/platform/auth';
import type { Solved } from '@bekhedmetkom/schema/events/vocabulary';
import { readText } from '../submission/written-text.ts';
import type { Access } from './case.policy.ts';
import { checkRating, longestReason } from './case.ts';
import { type CaseResult, type CaseRoom, changeCase, type Moment } from './change-case.ts';

export interface RatingInput {
  caseId: string;
  /** Null: by a link, which is for the round and not for a version of it. */
  expectedVersion: number | null;
  score: number;
  solved: Solved;
  comment: string | null;
}

/**
 * Rates a published answer, which closes the case. Access comes proven: by secret, by link, or by who the
 * viewer is; `check` looks at the locked case once more.
 */
export function rateCase(
  room: CaseRoom,
  input: RatingInput,
  viewer: Viewer,
  access: Access,
  check: (moment: Moment) => void = () => {},
): Promise<CaseResult> {
  const { caseId: id, expectedVersion, score, solved } = input;
  return changeCase(room, { id, expectedVersion, action: 'RATE', viewer, access }, (moment) => {
    check(moment);
    const { now } = moment;
    const refusal = checkRating({ score, solved });
    if (refusal) return refusal;
    const comment = readText(input.comment ?? '', { field: ['comment'], min: 0, max: longestReason });
    if ('refused' in comment) return comment;
    const ratingComment = comment.text || null;
    return {
      after: {
        ratingScore: score,
        ratingSolved: solved,
        ratingComment,
        ratedAt: now,
        closedAt: now,
      },
      text: ratingComment,
      detail: { score, solved },
    };
  });
}
