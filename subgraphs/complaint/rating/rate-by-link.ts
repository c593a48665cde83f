import type { Viewer } from '@bekhedmetkom/platform/auth';
import type { Solved } from '@bekhedmetkom/schema/events/vocabulary';
import type { Access } from '../case-access/case.policy.ts';
import type { CaseDependencies, CaseResult } from '../case-change/change-case.ts';
import { notFound } from '../refusal/not-found.ts';
import { rateCase } from './rate-case.ts';
import type { RatingPermit } from './rating-token.ts';

/** Whoever follows the link of a mail may rate, and sees no more than that needs. */
export const linkAccess: Access = {
  as: 'APPLICANT',
  seesText: false,
  seesApplicant: false,
  isCustodian: false,
  mayAskIdentity: false,
  seesInternal: false,
  capacities: ['APPLICANT'],
};

interface LinkRating {
  score: number;
  /** Null: as the score says. */
  solved: Solved | null;
  comment: string | null;
}

/** Rates the answer that a link is for. A second use says so; a round that is over is NOT_FOUND. */
export async function rateByLink(
  deps: CaseDependencies,
  { caseId, cycle }: RatingPermit,
  { score, solved, comment }: LinkRating,
  viewer: Viewer,
): Promise<CaseResult> {
  const rating = { caseId, expectedVersion: null, score, solved: solved ?? solvedBy(score), comment };
  const result = await rateCase(deps, rating, viewer, linkAccess, ({ record }) => {
    if (record.cycle !== cycle) throw notFound(viewer.language);
  });
  const { record, refusals } = result;
  if (record.cycle !== cycle) throw notFound(viewer.language);
  const used = refusals.length > 0 && record.ratedAt !== null;
  return used ? { ...result, refusals: [{ refused: 'ALREADY_RATED' }] } : result;
}

/** What a score says where the applicant did not. */
export function solvedBy(score: number): Solved {
  if (score >= 4) return 'YES';
  return score === 3 ? 'PARTLY' : 'NO';
}
