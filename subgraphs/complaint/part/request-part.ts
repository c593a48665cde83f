import type { Viewer } from '@bekhedmetkom/platform/auth';
import { type CaseResult, type CaseRoom, changeCase, type Moment } from '../case/change-case.ts';
import type { CaseStep } from '../case/start-case.ts';
import { closeOf } from '../sla/reckon.ts';
import { readText } from '../submission/written-text.ts';
import { checkTarget } from '../transfer/target.ts';
import { addPart } from './part.store.ts';
import { dayOfPart, longestQuestion, mostOpenParts } from './part.ts';

export interface RequestPartInput extends CaseStep {
  entityCode: string;
  question: string;
  /** `YYYY-MM-DD`; null: as the rules have it. */
  dueOn: string | null;
}

/** Asks another entity for a part of the answer; the case stays where it is and waits for every part. */
export function requestPart(room: CaseRoom, input: RequestPartInput, viewer: Viewer): Promise<CaseResult> {
  const request = { id: input.caseId, expectedVersion: input.expectedVersion, viewer };
  return changeCase(room, { ...request, action: 'REQUEST_PART' }, (moment) => ask(moment, input));
}

async function ask(moment: Moment, { entityCode: entity, dueOn, ...input }: RequestPartInput) {
  const { tx, record, now, post, directory, calendar, keep } = moment;
  const question = readText(input.question, { field: ['question'], min: 1, max: longestQuestion });
  if ('refused' in question) return question;
  const refusal = checkTarget(directory, {
    code: entity,
    from: record.entity ?? '',
    now,
    field: ['entityCode'],
  });
  if (refusal) return refusal;
  if (record.openParts >= mostOpenParts) return { refused: 'TOO_MANY', facts: { max: mostOpenParts } };
  const day = dayOfPart(dueOn, record.dueAt, now, calendar);
  if ('refused' in day) return day;
  const dueAt = new Date(closeOf(calendar, day.dueOn));
  const number = await addPart(tx, record.id, {
    entity,
    question: keep(question.text),
    at: now,
    post,
    dueAt,
  });
  const asked = directory.mainFocalPointOf(entity);
  return {
    after: {
      openParts: record.openParts + 1,
      partEntities: [...new Set([...record.partEntities, entity])],
    },
    text: question.text,
    internal: true,
    told: asked ? [asked.key] : [],
    detail: { part: number, entity, dueOn: day.dueOn },
  };
}
