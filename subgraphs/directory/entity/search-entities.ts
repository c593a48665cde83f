import type { Tx } from '@bekhedmetkom/platform/database';

export interface EntityHit {
  code: string;
  /** Best first; equal ones in the order of the directory. */
  score: number;
  position: number;
}

interface Question {
  /** As `fold` writes it, not empty. */
  text: string;
  sector: string | null;
}

const mostWords = 8;

/**
 * Finds the entities that exist today by name or code, best first: those that contain every word, and those
 * that are written much alike (trigrams). `after` is the last hit seen.
 */
export async function searchEntities(
  tx: Tx,
  question: Question & { limit: number; after: Pick<EntityHit, 'score' | 'position'> | null },
): Promise<EntityHit[]> {
  const { hits, values } = matching(question);
  const { after, limit } = question;
  const [score, position, most] = [1, 2, 3].map((more) => `$${values.length + more}::int`);
  return tx.query<EntityHit>(
    `with hit as (${hits})
     select code, score, position from hit
     where ${score} is null or (-score, position) > (-${score}, ${position})
     order by score desc, position
     limit ${most}`,
    [...values, after?.score ?? null, after?.position ?? null, limit],
  );
}

/** How many entities there are to find. */
export async function countHits(tx: Tx, question: Question): Promise<number> {
  const { hits, values } = matching(question);
  const [row] = await tx.query<{ count: number }>(`select count(*)::int as count from (${hits}) hit`, values);
  return row?.count ?? 0;
}

function matching({ text, sector }: Question): { hits: string; values: unknown[] } {
  const words = text.split(' ').slice(0, mostWords);
  const contains = words.map((_, index) => `search like $${index + 3}`).join(' and ');
  const hits = `
    select code, position,
      (round(word_similarity($1, search) * 1000)
        + case when ${contains} then 1000 else 0 end
        + case when lower(code) = $1 then 1000 else 0 end)::int as score
    from entity
    where ((${contains}) or $1 <% search)
      and ($2::text is null or sector = $2)
      and valid_from <= today() and (valid_to is null or today() <= valid_to)`;
  return { hits, values: [text, sector, ...words.map((word) => `%${word}%`)] };
}
