import type { Viewer } from '@bekhedmetkom/platform/auth';
import type { Solved } from '@bekhedmetkom/schema/events/vocabulary';
import { checkRating, maxReasonLength } from '../case/case.ts';
import type { Access } from '../case-access/case.policy.ts';
import {
  type CaseDependencies,
  type CaseResult,
  changeCase,
  type TransitionContext,
} from '../case-change/change-case.ts';
import { readText } from '../wording/written-text.ts';

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
  deps: CaseDependencies,
  input: RatingInput,
  viewer: Viewer,
  access: Access,
  check: (context: TransitionContext) => void = () => {},
): Promise<CaseResult> {
  const { caseId: id, expectedVersion, score, solved } = input;
  return changeCase(deps, { id, expectedVersion, action: 'RATE', viewer, access }, (context) => {
    check(context);
    const { now } = context;
    const refusal = checkRating({ score, solved });
    if (refusal) return refusal;
    const comment = readText(input.comment ?? '', { field: ['comment'], min: 0, max: maxReasonLength });
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
