/** Many cases for tests: copies of one, written by statements. */
import type { Database } from '@bekhedmetkom/platform/database';
import { keyOf } from './travel.ts';

/** Copies a case, with its current round and without its history, so many times. */
export async function copyCase(
  { database }: { database: Database },
  id: string,
  times: number,
): Promise<void> {
  const copies = `
    with made as (select gen_random_uuid() as id, n from generate_series(1, $2::int) n), copied as (
      insert into cases select copy.* from cases c cross join made
      cross join lateral jsonb_populate_record(c, jsonb_build_object('id', made.id, 'reference', 'COPY-' || n)) copy
      where c.id = $1
    )
    insert into cycle select copy.* from cycle y cross join made
    cross join lateral jsonb_populate_record(y, jsonb_build_object('case_id', made.id)) copy where y.case_id = $1`;
  await database.transaction((tx) => tx.query(copies, [keyOf(id), times]), { timeout: 60_000 });
}
