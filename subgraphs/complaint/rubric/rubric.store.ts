import type { Tx } from '@bekhedmetkom/platform/database';
import { Fault } from '@bekhedmetkom/platform/errors';
import type { Criterion, Rubric } from './rubric.ts';

export interface RubricRow extends Rubric {
  criteria: Criterion[];
  publishedAt: Date;
}

const columns = `version, criteria, sample_percent as "samplePercent", published_at as "publishedAt"`;
const newest = `select ${columns} from rubric_version order by version desc limit 1`;

/** The rubric in force. */
export async function newestRubric(tx: Tx): Promise<RubricRow> {
  const [row] = await tx.prepared<RubricRow>('newest-rubric', newest);
  if (row) return row;
  throw new Fault('INTERNAL_SERVER_ERROR', 'there is no rubric');
}

const some = `select ${columns} from rubric_version where version = any($1::int[])`;

/** Rubrics that once were in force, in no order. */
export async function rubricsOf(tx: Tx, versions: readonly number[]): Promise<RubricRow[]> {
  return tx.prepared<RubricRow>('rubrics', some, [versions]);
}

const publish = `
insert into rubric_version (version, criteria, sample_percent, published_at, published_by)
values ($1, $2, $3, clock_timestamp(), $4) on conflict do nothing returning ${columns}`;

/** Publishes the next version; null when another one of this number came first. */
export async function publishRubricRow(
  tx: Tx,
  { version, criteria, samplePercent }: Rubric,
  by: string | null,
): Promise<RubricRow | null> {
  const values = [version, JSON.stringify(criteria), samplePercent, by];
  const [row] = await tx.prepared<RubricRow>('publish-rubric', publish, values);
  return row ?? null;
}
