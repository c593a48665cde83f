/** Open cases with some of the same words, along the index of stems. */
import type { Tx } from '@bekhedmetkom/platform/database';
import type { CaseState } from '@bekhedmetkom/schema/events/vocabulary';

export interface SimilarRow {
  id: string;
  category: string | null;
  entity: string | null;
  governorate: string | null;
  district: string | null;
  state: CaseState;
  submittedAt: Date;
  followers: number;
  likeness: number;
}

export interface CandidateRow extends Omit<SimilarRow, 'likeness'> {
  latitude: number | null;
  longitude: number | null;
  /** How many of the sought stems it has. */
  shared: number;
  /** Likeness of the subjects. */
  trigrams: number;
}

const stem = `
select array(select lexeme from unnest(to_tsvector('bilingual', $1)) order by positions[1]) as stems`;

/** The stems of folded words, in the order in which they were written. */
export async function stemsOf(tx: Tx, words: string): Promise<string[]> {
  const [row] = await tx.prepared<{ stems: string[] }>('stems-of', stem, [words]);
  return row?.stems ?? [];
}

// Not prepared: what is best, to begin with the words or with what is open, depends on the words.
// The newest of those found: what was reported lately is what others report now.
const candidates = (found: string): string => `
with near as materialized (
  select c.id from filing f join cases c on c.id = f.case_id
  where ${found}
    and c.next_breach_at < 'infinity' and not c.restricted
    and c.type <> 'REPORT' and c.type <> 'COMPLIMENT'
  order by c.governorate is not distinct from $4 desc, c.submitted_at desc limit 200
)
select c.id, c.category, c.entity, c.governorate, c.district, c.state, c.submitted_at as "submittedAt",
  c.followers, f.latitude, f.longitude, similarity(f.search_subject, $3) as trigrams,
  cardinality(array(select unnest(tsvector_to_array(f.search_document)) intersect select unnest($2::text[])))
    as shared
from near join cases c on c.id = near.id join filing f on f.case_id = near.id`;
const byStems = candidates('f.search_document @@ $1::tsquery');
const byTrigrams = candidates('f.search_subject %> $1');

interface Asked {
  stems: readonly string[];
  /** Folded. */
  subject: string;
  governorate: string | null;
}

/** At most 200 open cases that share two of the stems. */
export async function findByStems(tx: Tx, asked: Asked): Promise<CandidateRow[]> {
  const query = pairsOf(asked.stems);
  return query === null ? [] : tx.query<CandidateRow>(byStems, [query, ...valuesOf(asked)]);
}

/** At most 200 open cases with a subject that is spelled alike. */
export function findByTrigrams(tx: Tx, asked: Asked): Promise<CandidateRow[]> {
  return tx.query<CandidateRow>(byTrigrams, [asked.subject, ...valuesOf(asked)]);
}

const valuesOf = ({ stems, subject, governorate }: Asked): unknown[] => [stems, subject, governorate];

/** A `tsquery` of every pair of stems; null when there are no two. */
function pairsOf(stems: readonly string[]): string | null {
  const pairs = stems.flatMap((one, i) => stems.slice(i + 1).map((other) => `('${one}' & '${other}')`));
  return pairs.length > 0 ? pairs.join(' | ') : null;
}
