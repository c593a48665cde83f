/** The questions a wall asks, the same from the server and from the browser. */

import { addDays, ammanDay } from '@bekhedmetkom/time/amman';
import type { WallCasesQueryVariables, WallFiguresQueryVariables } from '../../graphql/generated/graphql.ts';
import { scopeOf, type WallAddress } from './wall-address.ts';
import { wallWindows } from './windows.ts';

export function figuresAsked(address: WallAddress, now: number): WallFiguresQueryVariables {
  return { ...wallWindows(now), filter: scopeOf(address) };
}

export function casesAsked(address: WallAddress): WallCasesQueryVariables {
  const scope = scopeOf(address);
  return {
    scope,
    late: { ...scope, open: true, overdue: true },
    next: { ...scope, open: true, sla: ['ON_TIME', 'DUE_SOON'] },
    classify: { ...scope, state: ['SUBMITTED'] },
    review: { ...scope, state: ['PENDING_REVIEW'] },
    soon: { ...scope, open: true, sla: ['DUE_SOON'] },
    // An entity without a code: nobody is responsible yet.
    unknown: { ...scope, state: ['SUBMITTED'], entity: [''] },
    // Open, but their clock stands: no figure of what runs now counts them.
    awaiting: { ...scope, state: ['AWAITING_APPLICANT'] },
  };
}

/** Enough of the calendar for every countdown that can be on the screen. */
export function placesAsked(now: number): { from: string; to: string } {
  const today = ammanDay(now);
  return { from: addDays(today, -35), to: addDays(today, 60) };
}
