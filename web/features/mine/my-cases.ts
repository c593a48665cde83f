import type { CaseState } from '../../graphql/generated/graphql.ts';

export type Shelf = 'needsYou' | 'open' | 'ended';

const ended: ReadonlySet<CaseState> = new Set<CaseState>(['RESOLVED', 'CLOSED', 'REJECTED', 'WITHDRAWN']);

/** Whether the applicant is asked for something: an answer to a question, or a rating. */
export function needsApplicant(state: CaseState, isRated: boolean): boolean {
  return state === 'AWAITING_APPLICANT' || (state === 'RESOLVED' && !isRated);
}

/** One's own requests as they are listed: first what waits for oneself, then what is being worked on, then the rest. */
export function shelve<C extends { state: CaseState; rating: object | null }>(
  cases: readonly C[],
): Record<Shelf, C[]> {
  const shelves: Record<Shelf, C[]> = { needsYou: [], open: [], ended: [] };
  for (const kase of cases) {
    const shelf = needsApplicant(kase.state, kase.rating !== null)
      ? 'needsYou'
      : ended.has(kase.state)
        ? 'ended'
        : 'open';
    shelves[shelf].push(kase);
  }
  // A question is waited for; a rating can wait.
  shelves.needsYou.sort(
    (a, b) => Number(b.state === 'AWAITING_APPLICANT') - Number(a.state === 'AWAITING_APPLICANT'),
  );
  return shelves;
}
