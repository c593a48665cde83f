import type { Viewer } from '@bekhedmetkom/platform/auth';
import { type Database, databaseNow, type Tx } from '@bekhedmetkom/platform/database';
import type { CaseType, Names, Outcome } from '@bekhedmetkom/schema/events/vocabulary';
import { outcomesOf, type Refusal } from '../case/case.ts';
import { checkEntity, type Directory } from '../directory/directory.ts';
import { nothingThere } from '../refusal/not-found.ts';
import { dayOf, toLocalDate } from '../sla/working-calendar.ts';
import { readWording } from '../wording/read-wording.ts';
import type { CannedAnswerRow } from './canned-answer.entity.ts';
import { mayReadCanned, mayWriteCanned } from './canned-answer.policy.ts';
import {
  type CannedAnswerContent,
  countCannedAnswers,
  deleteCannedAnswer,
  lockCannedAnswer,
  putCannedAnswer,
} from './canned-answer.repository.ts';
import { checkVariables, maxAnswers, maxBodyLength, maxNameLength } from './canned-answer.ts';

interface Dependencies {
  database: Database;
  directory(): Directory;
}

export interface CannedAnswerInput {
  /** Null: a new one. */
  id: string | null;
  expectedVersion: number | null;
  /** Null: for every entity. */
  entity: string | null;
  names: Names;
  body: Names;
  outcome: Outcome | null;
  type: CaseType | null;
}

export interface CannedAnswerResult {
  answer: CannedAnswerRow | null;
  refusals: Refusal[];
}

/**
 * Keeps a canned answer, new or changed. One that the viewer may not read does not exist to them; a refusal
 * comes with the answer as it is kept.
 */
export function saveCannedAnswer(
  { database, directory }: Dependencies,
  input: CannedAnswerInput,
  viewer: Viewer,
): Promise<CannedAnswerResult> {
  return database.transaction(async (tx) => {
    const before = input.id === null ? null : await existing(tx, input.id, viewer);
    const refuse = (refusal: Refusal): CannedAnswerResult => ({ answer: before, refusals: [refusal] });
    if (before && !mayWriteCanned(viewer, before.entity)) return refuse({ refused: 'FORBIDDEN' });
    if (!mayReadCanned(viewer, input.entity)) throw nothingThere(viewer.language);
    if (!mayWriteCanned(viewer, input.entity)) return refuse({ refused: 'FORBIDDEN' });
    const stale = before && staleness(before, input.expectedVersion);
    if (stale) return refuse(stale);
    const today = toLocalDate(dayOf((await databaseNow(tx)).getTime()));
    const content = read(input, directory(), today);
    if ('refused' in content) return refuse(content);
    const isOneMore = before?.entity !== content.entity;
    if (isOneMore && (await countCannedAnswers(tx, content.entity)) >= maxAnswers) {
      return refuse({ refused: 'TOO_MANY', facts: { max: maxAnswers } });
    }
    const answer = await putCannedAnswer(tx, before?.id ?? null, content, viewer.subject ?? '');
    return { answer: answer ?? null, refusals: [] };
  });
}

/** Removes a canned answer; answers that were written with it stay as they are. */
export function removeCannedAnswer(
  { database }: Dependencies,
  input: { id: string; expectedVersion: number },
  viewer: Viewer,
): Promise<CannedAnswerResult> {
  return database.transaction(async (tx) => {
    const answer = await existing(tx, input.id, viewer);
    if (!mayWriteCanned(viewer, answer.entity)) return { answer, refusals: [{ refused: 'FORBIDDEN' }] };
    const stale = staleness(answer, input.expectedVersion);
    if (stale) return { answer, refusals: [stale] };
    await deleteCannedAnswer(tx, answer.id);
    return { answer: null, refusals: [] };
  });
}

async function existing(tx: Tx, id: string, viewer: Viewer): Promise<CannedAnswerRow> {
  const answer = await lockCannedAnswer(tx, id);
  if (answer && mayReadCanned(viewer, answer.entity)) return answer;
  throw nothingThere(viewer.language);
}

function staleness({ version }: CannedAnswerRow, expected: number | null): Refusal | null {
  if (version === expected) return null;
  return { refused: 'CONFLICT', field: ['expectedVersion'], facts: { version, thing: 'text' } };
}

function read(input: CannedAnswerInput, directory: Directory, today: string): CannedAnswerContent | Refusal {
  const { entity, outcome, type } = input;
  const unfit = entity === null ? null : checkEntity(directory, entity, today, ['entityCode']);
  if (unfit) return unfit;
  const names = readWording(input.names, { field: 'names', max: maxNameLength, oneLine: true });
  if ('refused' in names) return names;
  const body = readWording(input.body, { field: 'body', max: maxBodyLength });
  if ('refused' in body) return body;
  const unknown = checkVariables(body.ar, ['body', 'ar']) ?? checkVariables(body.en, ['body', 'en']);
  if (unknown) return unknown;
  if (type !== null && outcome !== null && !outcomesOf(type).includes(outcome)) {
    return {
      refused: 'OUTCOME_NOT_ALLOWED',
      field: ['outcome'],
      facts: { type, outcomes: outcomesOf(type) },
    };
  }
  return { entity, names, body, outcome, type };
}
