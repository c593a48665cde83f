/** Many cases for tests: copies of one, written by statements. */
import type { Database } from '@bekhedmetkom/platform/database';
import { keyOf } from './travel.ts';

/** Copies a case, with its current round and without its history, so many times. */
export async function copyCase(
  { database }: { database: Database },
  id: string,
  times: number,
): Promise<void> {
  await database.query(
    `with made as (
       select gen_random_uuid() as id, n from generate_series(1, $2::int) n
     ), cases_made as (
       insert into cases
       select (jsonb_populate_record(c, jsonb_build_object('id', made.id, 'reference', 'COPY-' || made.n))).*
       from cases c, made where c.id = $1
     )
     insert into cycle
     select (jsonb_populate_record(y, jsonb_build_object('case_id', made.id))).* from cycle y, made where y.case_id = $1`,
    [keyOf(id), times],
  );
}
