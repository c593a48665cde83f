import type { Viewer } from '@bekhedmetkom/platform/auth';
import type { Database } from '@bekhedmetkom/platform/database';
import { Arg, Ctx, ID, Mutation, Query, Resolver } from 'type-graphql';
import type { DatabaseClock } from '../clock/database-clock.ts';
import type { SealedWords } from '../confidential/sealed-words.ts';
import { actingPost } from '../directory/acting-post.ts';
import type { Directory } from '../directory/directory.ts';
import type { CaseReader } from '../graph/case-reader.ts';
import type { Context } from '../graph/context.ts';
import { uuidOf } from '../reference/uuid-of.ts';
import { notFound, nothingThere } from '../refusal/not-found.ts';
import { toUserError } from '../refusal/refusal.ts';
import { mayReadCanned, mayWriteCanned } from './canned-answer.policy.ts';
import { cannedAnswersOf, findCannedAnswer } from './canned-answer.repository.ts';
import { fill } from './canned-answer.ts';
import {
  CannedAnswer,
  CannedAnswerPayload,
  FilledAnswer,
  RemoveCannedAnswerInput,
  SaveCannedAnswerInput,
  toCannedAnswer,
} from './canned-answer.type.ts';
import { fillingOf } from './filling.ts';
import { type CannedAnswerResult, removeCannedAnswer, saveCannedAnswer } from './save-canned-answer.ts';

interface Dependencies {
  database: Database;
  reader: CaseReader;
  clock: DatabaseClock;
  words: SealedWords;
  directory(): Directory;
}

@Resolver()
export class CannedAnswerResolver {
  readonly #around: Dependencies;
  constructor(deps: Dependencies) {
    this.#around = deps;
  }

  @Query(() => [CannedAnswer], {
    description:
      'The canned answers of an entity and those that are everybody’s; without an entity only the latter. For focal points of the entity and the operation room; NOT_FOUND for others.',
  })
  async cannedAnswers(
    @Ctx() { viewer }: Context,
    @Arg('entity', () => String, { nullable: true }) entity?: string | null,
  ): Promise<CannedAnswer[]> {
    if (!mayReadCanned(viewer, entity ?? null)) throw nothingThere(viewer.language);
    const rows = await cannedAnswersOf(this.#around.database, entity ?? null);
    return rows.map((row) => toCannedAnswer(row, mayWriteCanned(viewer, row.entity), viewer.language));
  }

  @Query(() => FilledAnswer, {
    description: 'A canned answer filled for a case that the viewer answers; NOT_FOUND for others.',
  })
  async cannedAnswerFor(
    @Arg('id', () => ID) id: string,
    @Arg('caseId', () => ID) caseId: string,
    @Ctx() { viewer }: Context,
  ): Promise<FilledAnswer> {
    const { database, reader, clock, directory } = this.#around;
    const found = await reader.byGlobalId(caseId, viewer);
    if (found?.access.as !== 'STAFF' || !mayReadCanned(viewer, found.record.entity)) {
      throw notFound(viewer.language);
    }
    const { access } = found;
    const record = {
      ...found.record,
      subject: this.#around.words.open(found.record.id, found.record.subject),
    };
    const key = uuidOf('CannedAnswer', id);
    const row = key === null ? undefined : await findCannedAnswer(database, key);
    if (!row || (row.entity !== null && row.entity !== record.entity)) throw nothingThere(viewer.language);
    const { language } = record;
    const post = actingPost(directory(), viewer.subject, record.entity)?.key ?? null;
    const moment = { directory: directory(), now: await clock.now(), language, post };
    return { ...fill(row.body[language], fillingOf(record, access, moment)), outcome: row.outcome };
  }

  @Mutation(() => CannedAnswerPayload, {
    description:
      'Keeps a canned answer, new or changed. By the main focal point of the entity; by the operation room for every entity and for all.',
  })
  async saveCannedAnswer(
    @Arg('input', () => SaveCannedAnswerInput) input: SaveCannedAnswerInput,
    @Ctx() { viewer }: Context,
  ): Promise<CannedAnswerPayload> {
    const { id, expectedVersion, entityCode, names, body, outcome, type } = input;
    const content = { entity: entityCode ?? null, names, body, outcome: outcome ?? null, type: type ?? null };
    const version = expectedVersion ?? null;
    const saved = { ...content, id: id ? keyOf(id, viewer) : null, expectedVersion: version };
    return toPayload(await saveCannedAnswer(this.#around, saved, viewer), viewer);
  }

  @Mutation(() => CannedAnswerPayload, {
    description: 'Removes a canned answer. By whoever may change it.',
  })
  async removeCannedAnswer(
    @Arg('input', () => RemoveCannedAnswerInput) { id, expectedVersion }: RemoveCannedAnswerInput,
    @Ctx() { viewer }: Context,
  ): Promise<CannedAnswerPayload> {
    const removed = { id: keyOf(id, viewer), expectedVersion };
    return toPayload(await removeCannedAnswer(this.#around, removed, viewer), viewer);
  }
}

function keyOf(id: string, { language }: Viewer): string {
  const key = uuidOf('CannedAnswer', id);
  if (key !== null) return key;
  throw nothingThere(language);
}

function toPayload({ answer, refusals }: CannedAnswerResult, viewer: Viewer): CannedAnswerPayload {
  return {
    cannedAnswer: answer && toCannedAnswer(answer, mayWriteCanned(viewer, answer.entity), viewer.language),
    userErrors: refusals.map((refusal) => toUserError(refusal, viewer.language)),
  };
}
