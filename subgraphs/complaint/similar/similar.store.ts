/** Open cases with some of the same words, along the index of words. */
import type { Tx } from '@bekhedmetkom/platform/database';
import type { CaseState, CaseType } from '@bekhedmetkom/schema/events/vocabulary';
import type { SlaStatus } from '../sla/sla.ts';

export interface SimilarRow {
  id: string;
  category: string | null;
  entity: string | null;
  governorate: string | null;
  district: string | null;
  state: CaseState;
  slaStatus: SlaStatus;
  submittedAt: Date;
  followers: number;
  likeness: number;
  /** Metres to the nearest hundred; null where one of the two has no point. */
  distance: number | null;
}

export interface CandidateRow extends Omit<SimilarRow, 'likeness' | 'distance'> {
  latitude: number | null;
  longitude: number | null;
  /** How many of the sought words it has. */
  shared: number;
  /** Likeness of the subjects. */
  trigrams: number;
}

export interface Asked {
  /** A `tsquery` text for each sought word. */
  words: readonly string[];
  /** Folded. */
  subject: string;
  governorate: string | null;
  /** Null: of any type that may be followed. */
  type: CaseType | null;
}

// Not prepared: what is best, to begin with the words or with what is open, depends on the words.
// The newest of those found: what was reported lately is what others report now.
const candidates = (found: string): string => `
with near as materialized (
  select c.id from submission_content f join cases c on c.id = f.case_id
  where ${found}
    and c.next_deadline_at < 'infinity' and not c.restricted
    and c.type <> 'REPORT' and c.type <> 'COMPLIMENT' and ($5::text is null or c.type = $5)
  order by c.governorate is not distinct from $4 desc, c.submitted_at desc limit 200
)
select c.id, c.category, c.entity, c.governorate, c.district, c.state, c.submitted_at as "submittedAt",
  c.followers, f.latitude, f.longitude, similarity(f.search_subject, $3) as trigrams,
  case when c.state = 'AWAITING_APPLICANT' then 'PAUSED' when c.next_deadline_at < now() then 'OVERDUE'
    when c.due_soon_at <= now() then 'DUE_SOON' else 'ON_TIME' end as "slaStatus",
  (select count(*)::int from unnest($2::text[]) word where f.search_document @@ to_tsquery('folded', word)) as shared
from near join cases c on c.id = near.id join submission_content f on f.case_id = near.id`;
const byWords = candidates(`f.search_document @@ to_tsquery('folded', $1)`);
const byTrigrams = candidates('f.search_subject %> $1');

/** At most 200 open cases that share two of the words; or the one, when only one is sought. */
export async function findByWords(tx: Tx, asked: Asked): Promise<CandidateRow[]> {
  const query = pairsOf(asked.words);
  return query === '' ? [] : tx.query<CandidateRow>(byWords, [query, ...valuesOf(asked)]);
}

/** At most 200 open cases with a subject that is spelled alike. */
export function findByTrigrams(tx: Tx, asked: Asked): Promise<CandidateRow[]> {
  return tx.query<CandidateRow>(byTrigrams, [asked.subject, ...valuesOf(asked)]);
}

const valuesOf = ({ words, subject, governorate, type }: Asked): unknown[] => [
  words,
  subject,
  governorate,
  type,
];

/** A `tsquery` text of every pair of words. */
function pairsOf(words: readonly string[]): string {
  if (words.length === 1) return words.join('');
  return words.flatMap((one, i) => words.slice(i + 1).map((other) => `(${one} & ${other})`)).join(' | ');
}
