import { holds, type Viewer } from '@bekhedmetkom/platform/auth';
import type { Database } from '@bekhedmetkom/platform/database';
import type { Refusal } from '../case/case.ts';
import { isStaff } from '../case-access/case.policy.ts';
import { nothingThere } from '../refusal/not-found.ts';
import { readWording } from '../wording/read-wording.ts';
import { newestRubric, publishRubricRow, type RubricRow } from './rubric.store.ts';
import { type Criterion, checkRubric } from './rubric.ts';

const maxCriterion = 120;

export interface RubricInput {
  expectedVersion: number;
  criteria: Criterion[];
  samplePercent: number;
  /** Nothing is published: says only what would be refused. */
  checkOnly?: boolean | null;
}

/** Publishes the next version of the rubric, unless it is only to be checked. Answers that were scored keep the version they were scored by. */
export async function publishRubric(
  database: Database,
  input: RubricInput,
  viewer: Viewer,
): Promise<{ rubric: RubricRow; refusals: Refusal[] }> {
  if (!isStaff(viewer)) throw nothingThere(viewer.language);
  const before = await newestRubric(database);
  const refuse = (refusal: Refusal) => ({ rubric: before, refusals: [refusal] });
  if (!holds(viewer, 'ADMINISTRATOR')) return refuse({ refused: 'FORBIDDEN' });
  if (before.version !== input.expectedVersion) return refuse(conflict(before));
  const criteria: Criterion[] = [];
  for (const [i, { key, names, weight, max }] of input.criteria.entries()) {
    const read = readWording(names, { field: 'names', max: maxCriterion, oneLine: true });
    if ('refused' in read) {
      return refuse({ ...read, field: ['criteria', `${i}`, ...(read.field ?? [])] });
    }
    criteria.push({ key, names: read, weight, max });
  }
  const unfit = checkRubric(criteria, input.samplePercent);
  if (unfit) return refuse(unfit);
  if (input.checkOnly) return { rubric: before, refusals: [] };
  const next = { version: before.version + 1, criteria, samplePercent: input.samplePercent };
  const rubric = await publishRubricRow(database, next, viewer.subject);
  if (rubric) return { rubric, refusals: [] };
  const other = await newestRubric(database);
  return { rubric: other, refusals: [conflict(other)] };
}

function conflict({ version }: RubricRow): Refusal {
  return { refused: 'CONFLICT', field: ['expectedVersion'], facts: { version, thing: 'rubric' } };
}
