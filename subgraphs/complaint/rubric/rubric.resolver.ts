import { holds, type Viewer } from '@bekhedmetkom/platform/auth';
import type { Database } from '@bekhedmetkom/platform/database';
import { Fault } from '@bekhedmetkom/platform/errors';
import {
  type Connection,
  keysetCursor,
  makeConnection,
  PageArgs,
  readKeyset,
  readPage,
} from '@bekhedmetkom/platform/subgraph';
import DataLoader from 'dataloader';
import { Arg, Args, Ctx, FieldResolver, Int, Mutation, Query, Resolver, Root } from 'type-graphql';
import { z } from 'zod';
import { isLowRating, type Refusal } from '../case/case.ts';
import { type Access, accessTo, coordinatedProgrammes, isStaff } from '../case-access/case.policy.ts';
import type { SealedWords } from '../confidential/sealed-words.ts';
import { CaseConnection, CaseObject, toCaseObject } from '../graph/case.type.ts';
import { CasePayload } from '../graph/case-action.type.ts';
import { caseKeyOf } from '../graph/case-reader.ts';
import type { Context } from '../graph/context.ts';
import { toPayload } from '../graph/to-payload.ts';
import { nothingThere } from '../refusal/not-found.ts';
import { toUserError } from '../refusal/refusal.ts';
import { publishRubric } from './publish-rubric.ts';
import { newestRubric, type RubricRow, rubricsOf } from './rubric.store.ts';
import { checkRubric, scoreRequired } from './rubric.ts';
import {
  CriterionInput,
  PublishRubricInput,
  Quality,
  Rubric,
  RubricPayload,
  ScoreAnswerInput,
  toQuality,
  toRubric,
} from './rubric.type.ts';
import { RubricDryRun } from './rubric-trial.type.ts';
import type { IsSampled, ScoringRoom } from './sample.ts';
import {
  countToScore,
  cyclesToScore,
  lastScores,
  listToScore,
  type ScoreRow,
  type ScoringScope,
} from './score.store.ts';
import { scoreAnswer } from './score-answer.ts';
import { tryRubric } from './try-rubric.ts';

@Resolver()
export class RubricResolver {
  readonly #room: ScoringRoom;
  constructor(deps: ScoringRoom) {
    this.#room = deps;
  }

  @Query(() => Rubric, { description: 'By what answers are scored now. NOT_FOUND to who is no staff.' })
  async rubric(@Ctx() { viewer }: Context): Promise<Rubric> {
    if (!isStaff(viewer)) throw nothingThere(viewer.language);
    return toRubric(await newestRubric(this.#room.database), viewer.language);
  }

  @Mutation(() => RubricPayload, {
    description: 'Publishes the next version of the rubric. By an administrator.',
  })
  async publishRubric(
    @Arg('input', () => PublishRubricInput) input: PublishRubricInput,
    @Ctx() { viewer }: Context,
  ): Promise<RubricPayload> {
    const { rubric, refusals } = await publishRubric(this.#room.database, input, viewer);
    return {
      rubric: toRubric(rubric, viewer.language),
      userErrors: refusals.map((refusal) => toUserError(refusal, viewer.language)),
    };
  }

  @Query(() => RubricDryRun, {
    description:
      'What criteria would have made of the answers that were scored. BAD_USER_INPUT where publishRubric would refuse them. For an administrator.',
  })
  async rubricDryRun(
    @Arg('criteria', () => [CriterionInput], { description: 'The criteria to try.' })
    criteria: CriterionInput[],
    @Ctx() { viewer }: Context,
  ): Promise<RubricDryRun> {
    if (!isStaff(viewer)) throw nothingThere(viewer.language);
    const refusal: Refusal | null = holds(viewer, 'ADMINISTRATOR')
      ? checkRubric(criteria, 0)
      : { refused: 'FORBIDDEN' };
    if (refusal === null) return tryRubric(this.#room.database, criteria);
    const { code, message } = toUserError(refusal, viewer.language);
    throw new Fault(code === 'FORBIDDEN' ? 'FORBIDDEN' : 'BAD_USER_INPUT', message);
  }

  @Query(() => CaseConnection, {
    description:
      'Cases whose answer was rated two or less and waits for a score, by when they were rated. For reviewers and the operation room; NOT_FOUND for others.',
  })
  async scoringQueue(
    @Args(() => PageArgs) args: PageArgs,
    @Ctx() { viewer }: Context,
  ): Promise<Connection<CaseObject>> {
    const { database } = this.#room;
    const scope = scoringScope(viewer);
    const { limit, after } = readPage(args);
    const key = readKeyset(after, z.tuple([z.number(), z.uuid()]));
    const place = key && { at: new Date(key[0]), id: key[1] };
    return makeConnection({
      rows: await listToScore(database, scope, { limit: limit + 1, after: place }),
      limit,
      continued: after !== null,
      toNode(record) {
        const access = accessTo(viewer, record);
        if (!access) throw nothingThere(viewer.language);
        return toCaseObject(record, access, viewer.language);
      },
      toCursor: ({ id, waitsSince }) => keysetCursor(waitsSince.getTime(), id),
      count: () => countToScore(database, scope),
    });
  }

  @Mutation(() => CasePayload, {
    description:
      'Scores a published answer that was rated two or less. By a quality reviewer or the operation room, never by the author.',
  })
  async scoreAnswer(
    @Arg('input', () => ScoreAnswerInput) input: ScoreAnswerInput,
    @Ctx() { viewer }: Context,
  ): Promise<CasePayload> {
    const { scores, comment, expectedVersion } = input;
    const step = { caseId: caseKeyOf(input.caseId), expectedVersion, scores, comment: comment ?? null };
    return toPayload(await scoreAnswer(this.#room, step, viewer), viewer);
  }
}

interface OfCycle {
  id: string;
  cycle: number;
}

@Resolver(() => CaseObject)
export class CaseQualityResolver {
  readonly #scores: DataLoader<OfCycle, ScoreRow | null>;
  readonly #rubrics: DataLoader<number, RubricRow | null>;
  readonly #toScore: DataLoader<string, number | null>;
  /** Asked under any key: all of one moment share the answer. */
  readonly #inForce: DataLoader<number, RubricRow>;
  readonly #isSampled: IsSampled;
  constructor(database: Database, isSampled: IsSampled, words: SealedWords) {
    this.#isSampled = isSampled;
    const uncached = { cache: false, maxBatchSize: 500 };
    this.#scores = new DataLoader(async (of: readonly OfCycle[]) => {
      const rows = (await lastScores(database, of)).map((row) => words.openRow(row, 'comment'));
      return of.map((one) => rows.find((row) => row.caseId === one.id && row.cycle === one.cycle) ?? null);
    }, uncached);
    this.#rubrics = new DataLoader(async (versions: readonly number[]) => {
      const rows = await rubricsOf(database, versions);
      return versions.map((version) => rows.find((row) => row.version === version) ?? null);
    }, uncached);
    this.#toScore = new DataLoader(async (ids: readonly string[]) => {
      const rows = await cyclesToScore(database, ids);
      return ids.map((id) => rows.find(({ caseId }) => caseId === id)?.number ?? null);
    }, uncached);
    this.#inForce = new DataLoader(async (keys: readonly number[]) => {
      const rubric = await newestRubric(database);
      return keys.map(() => rubric);
    }, uncached);
  }

  @FieldResolver(() => Quality, {
    nullable: true,
    description:
      'What a reviewer gave the answer of this cycle proposed last. For staff; null to the applicant.',
  })
  async quality(@Root() { record, access }: CaseObject, @Ctx() { viewer }: Context): Promise<Quality | null> {
    if (!access.seesInternal || record.answerAuthor === null) return null;
    const row = await this.#scores.load(record);
    const rubric = row && (await this.#rubrics.load(row.rubricVersion));
    return row && rubric ? toQuality(row, rubric, viewer.language) : null;
  }

  @FieldResolver(() => Int, {
    nullable: true,
    description:
      'The round whose published answer was rated two or less and waits for a score, this one or an earlier one; scoreAnswer scores it. For those who review; null to all others.',
  })
  cycleAwaitingScore(@Root() { record, access }: CaseObject): Promise<number | null> | null {
    return reviews(access) ? this.#toScore.load(record.id) : null;
  }

  @FieldResolver(() => Boolean, {
    nullable: true,
    description:
      'Whether the answer of this cycle must still be scored. For those who review; null to all others, so that nobody writes for the sample.',
  })
  async scoreRequired(@Root() { record, access }: CaseObject): Promise<boolean | null> {
    if (!reviews(access)) return null;
    if (record.qualityScore !== null) return false;
    // What another system published is not scored here; an imported case that is answered here is.
    if (record.publishedAt !== null) return !record.imported && isLowRating(record.ratingScore);
    return (
      record.type !== 'COMPLIMENT' && scoreRequired(record, await this.#inForce.load(0), this.#isSampled)
    );
  }
}

function reviews({ capacities }: Access): boolean {
  return capacities.includes('QUALITY_REVIEWER') || capacities.includes('OPERATION_ROOM');
}

function scoringScope(viewer: Viewer): ScoringScope {
  const everywhere = holds(viewer, 'QUALITY_REVIEWER') || holds(viewer, 'OPERATION_ROOM');
  const programmes = coordinatedProgrammes(viewer);
  if (everywhere || programmes.length > 0) return { everywhere, programmes };
  throw nothingThere(viewer.language);
}
