import { graphql } from '../../graphql/generated/index.ts';
import { query } from '../../graphql/server.ts';
import type { CaseType, Programme } from '../../ui/vocabulary.ts';

const policiesDocument = graphql(`
  query PublishedPolicies($programme: Programme!) {
    slaPolicies(programme: $programme) {
      effectiveFrom
      resolve {
        type
        workingDays
        workingMinutes
      }
    }
  }
`);

interface Policy {
  /** The first day whose cases it counts for, `YYYY-MM-DD`. */
  effectiveFrom: string;
  resolve: readonly { type: string; workingDays: number | null; workingMinutes: number | null }[];
}

/** Working minutes of the shortest working day (Ramadan): a time in minutes never takes more days than by these. */
const minutesOfShortestDay = 300;

/**
 * Working days within which a request of this type must be answered at the latest, whatever importance it is given;
 * null when that cannot be asked. `today`: the day of submission in Amman, `YYYY-MM-DD`.
 */
export async function latestAnswerDays(
  type: CaseType,
  programme: Programme,
  today: string,
): Promise<number | null> {
  const { data } = await query(policiesDocument, { programme });
  return longestTime(data?.slaPolicies ?? [], type, today);
}

/** The longest of the times that the policy in force has for a type. Pure. */
export function longestTime(policies: readonly Policy[], type: CaseType, today: string): number | null {
  const inForce = policies
    .filter(({ effectiveFrom }) => effectiveFrom <= today)
    .toSorted((left, right) => right.effectiveFrom.localeCompare(left.effectiveFrom))[0];
  const days = (inForce?.resolve ?? [])
    .filter((row) => row.type === type)
    .map((row) => row.workingDays ?? Math.ceil((row.workingMinutes ?? 0) / minutesOfShortestDay) + 1);
  return days.length === 0 ? null : Math.max(...days);
}
