/** One record, lived through: submitted now, and then handled as its dates say. */
import { setTimeout as sleep } from 'node:timers/promises';
import {
  type LiveCase,
  type Payload,
  payloadShape,
  postsDocument,
  postsShape,
  stepDocuments,
  submitDocument,
  type UserErrors,
} from '../graph/documents.ts';
import { type Graph, Refused } from '../graph/graph.ts';
import type { CaseRecord } from '../record/record.ts';
import { planSteps, type Step, stateBefore } from './live-plan.ts';

export interface LiveOptions {
  graph: Graph;
  secondsPerDay: number;
  /** Distinguishes a repetition from a resumption: the same run files no record twice. */
  run: string;
  signal: AbortSignal;
}

export interface LiveReplay {
  /** Submits the record; throws Refused. */
  submit(record: CaseRecord): Promise<LiveCase>;
  /** Takes the later steps in their time. Steps already taken by an earlier run are passed over. */
  live(record: CaseRecord, submitted: LiveCase): Promise<void>;
}

export function openLiveReplay(options: LiveOptions): LiveReplay {
  const posts = new Map<string, Promise<string>>();

  async function ask(document: string, input: Record<string, unknown>): Promise<Payload> {
    return (await options.graph.run(payloadShape, document, { input })).result;
  }

  async function findAssignee(entity: string): Promise<string> {
    const data = await options.graph.run(postsShape, postsDocument, { code: entity });
    const found = ['SUB_FOCAL_POINT', 'MAIN_FOCAL_POINT']
      .flatMap((role) => data.entity?.posts.filter((post) => post.role === role) ?? [])
      .at(0);
    if (!found) throw new Refused('BAD_USER_INPUT', `${entity} has no focal point`);
    return found.id;
  }

  function assigneeOf(entity: string): Promise<string> {
    const known = posts.get(entity) ?? findAssignee(entity);
    posts.set(entity, known);
    known.catch(() => posts.delete(entity));
    return known;
  }

  async function inputOf(step: Step, record: CaseRecord): Promise<Record<string, unknown>> {
    if (step === 'classify') {
      const { importance, pillar, category, entity } = record;
      return { importance, pillar, categoryCode: category, assigneePostId: await assigneeOf(entity) };
    }
    return step === 'propose' ? { outcome: record.outcome, text: record.answer } : {};
  }

  async function take(step: Step, record: CaseRecord, now: LiveCase): Promise<LiveCase> {
    const input = { caseId: now.id, expectedVersion: now.version, ...(await inputOf(step, record)) };
    const payload = await ask(stepDocuments[step], input);
    if (payload.case && (payload.userErrors.length === 0 || isConflict(payload.userErrors)))
      return payload.case;
    throw new Refused('BAD_USER_INPUT', `${step}: ${said(payload.userErrors)}`);
  }

  return {
    async submit(record) {
      const payload = await ask(submitDocument, toSubmission(record, options.run));
      if (payload.case) return payload.case;
      throw new Refused('BAD_USER_INPUT', said(payload.userErrors));
    },
    async live(record, submitted) {
      const start = performance.now();
      let now = submitted;
      for (const { step, after } of planSteps(record, options.secondsPerDay)) {
        if (now.state !== stateBefore[step]) continue;
        const wait = start + after - performance.now();
        if (wait > 0) await sleep(wait, undefined, { signal: options.signal });
        now = await take(step, record, now);
      }
    },
  };
}

const isConflict = (errors: UserErrors) => errors.every((error) => error.code === 'CONFLICT');
const said = (errors: UserErrors) =>
  errors.map((error) => error.message).join('; ') || 'the gateway said nothing';

function toSubmission(record: CaseRecord, run: string): Record<string, unknown> {
  return {
    idempotencyKey: [record.source, record.sourceId, run].filter(Boolean).join(':'),
    type: record.type,
    subject: record.subject,
    text: record.text,
    entityCode: record.entity,
    categoryCode: record.category,
    governorateCode: record.governorate,
    district: record.district,
    channel: record.channel,
    anonymous: record.anonymous,
    point: record.point,
    language: record.language.toUpperCase(),
  };
}
