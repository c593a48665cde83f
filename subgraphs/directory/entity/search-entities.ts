import type { Tx } from '@bekhedmetkom/platform/database';
import { Fault } from '@bekhedmetkom/platform/errors';
import { fold } from '../search/fold.ts';

export interface EntityHit {
  code: string;
  /** Best first; equal ones in the order of the directory. */
  score: number;
  position: number;
}

interface Question {
  /** As a person typed it, in either language. */
  text: string;
  sector: string | null;
  limit: number;
  /** Score and position of the last hit seen. */
  after: { score: number; position: number } | null;
}

const longest = 200;
const mostWords = 8;

/**
 * Finds the entities that exist today by name or code: those that contain every word, and those that are
 * written much alike (trigrams). `total` counts all hits, not only this page.
 */
export async function searchEntities(
  tx: Tx,
  { text, sector, limit, after }: Question,
): Promise<{ hits: EntityHit[]; total: number }> {
  if (text.length > longest) throw new Fault('BAD_USER_INPUT', `search is longer than ${longest} characters`);
  const asked = fold(text);
  const words = asked.split(' ').slice(0, mostWords);
  const contains = words.map((_, index) => `search like $${index + 6}`).join(' and ');
  const rows = await tx.query<EntityHit & { total: number }>(
    `with hit as (
       select code, position,
         (round(word_similarity($1, search) * 1000)
           + case when ${contains} then 1000 else 0 end
           + case when lower(code) = $1 then 1000 else 0 end)::int as score
       from entity
       where ((${contains}) or $1 <% search)
         and ($2::text is null or sector = $2)
         and valid_from <= today() and (valid_to is null or today() <= valid_to)
     ), counted as (select *, (count(*) over ())::int as total from hit)
     select * from counted
     where $3::int is null or (-score, position) > (-$3::int, $4::int)
     order by score desc, position
     limit $5`,
    [
      asked,
      sector,
      after?.score ?? null,
      after?.position ?? null,
      limit,
      ...words.map((word) => `%${word}%`),
    ],
  );
  return { hits: rows, total: rows[0]?.total ?? 0 };
}
