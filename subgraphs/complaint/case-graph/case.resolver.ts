import type { Database } from '@bekhedmetkom/platform/database';
import { type Connection, GraphQLDateTime, toGlobalId } from '@bekhedmetkom/platform/subgraph';
import type { CaseAction } from '@bekhedmetkom/schema/events/vocabulary';
import type DataLoader from 'dataloader';
import { Args, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { allowedActions } from '../case/case.ts';
import { guardFactsOf } from '../case-change/guard-facts.ts';
import type { DatabaseClock } from '../clock/database-clock.ts';
import { levelAhead } from '../clock/escalation-policy.ts';
import type { SealedWords } from '../confidential/sealed-words.ts';
import { openContributionLoader } from '../contribution/contribution-loader.ts';
import { withOwnContributions } from '../contribution/own-contribution.ts';
import type { Directory } from '../directory/directory.ts';
import { NextEscalation } from '../escalation/escalation.type.ts';
import { outlook } from '../escalation/recipients.ts';
import { Answer, CaseObject, ProposedAnswer, Rating, withheld } from '../graph/case.type.ts';
import type { CaseReader } from '../graph/case-reader.ts';
import type { Context } from '../graph/context.ts';
import { Sla, toSla } from '../graph/sla.type.ts';
import { caseActionEnum } from '../graph/vocabulary.type.ts';
import type { ContributionRow } from '../handover/contribution.store.ts';
import { readTimeline } from '../timeline/read-timeline.ts';
import { TimelineArgs } from '../timeline/timeline.args.ts';
import { TimelineConnection, type TimelineEntry } from '../timeline/timeline.type.ts';

interface Dependencies {
  database: Database;
  reader: CaseReader;
  words: SealedWords;
  clock: DatabaseClock;
  directory(): Directory;
}

@Resolver(() => CaseObject)
export class CaseResolver {
  readonly #around: Dependencies;
  readonly #parts: DataLoader<string, ContributionRow[]>;
  constructor(deps: Dependencies) {
    this.#around = deps;
    this.#parts = openContributionLoader(deps.database);
  }

  @FieldResolver(() => String, {
    description: 'In one line. A report’s is withheld from those who only oversee.',
  })
  subject(@Root() { record, access }: CaseObject, @Ctx() { viewer }: Context): string {
    const { id, subject } = record;
    return access.seesText ? this.#around.words.open(id, subject) : withheld(record, viewer.language);
  }

  @FieldResolver(() => String, {
    nullable: true,
    description: 'District, in the applicant’s words; a report’s is withheld as its text is.',
  })
  district(@Root() { record: { id, type, district }, access }: CaseObject): string | null {
    if (district === null || (type === 'REPORT' && !access.seesText)) return null;
    return this.#around.words.open(id, district);
  }

  @FieldResolver(() => Rating, { nullable: true, description: 'The applicant’s rating of the answer.' })
  rating(@Root() { record, access }: CaseObject): Rating | null {
    const { ratingScore: score, ratingSolved: solved, ratingComment, ratedAt } = record;
    if (score === null || solved === null || ratedAt === null) return null;
    const isShown = access.seesText && ratingComment !== null;
    return {
      score,
      solved,
      comment: isShown ? this.#around.words.open(record.id, ratingComment) : null,
      ratedAt,
    };
  }

  @FieldResolver(() => String, {
    description: 'What was written. A report’s is withheld from those who only oversee.',
  })
  text(@Root() { record, access }: CaseObject, @Ctx() { viewer }: Context): Promise<string> | string {
    return access.seesText ? this.#around.reader.text(record) : withheld(record, viewer.language);
  }

  @FieldResolver(() => Sla, { nullable: true, description: 'Its clock.' })
  async sla(@Root() { record }: CaseObject): Promise<Sla> {
    const calendar = this.#around.directory().calendar(record.calendarVersion);
    return toSla(record, calendar, await this.#around.clock.now());
  }

  @FieldResolver(() => GraphQLDateTime, {
    nullable: true,
    description:
      'Until when the applicant may rate the answer; then it is closed. Null unless it waits for that.',
  })
  rateableUntil(@Root() { record }: CaseObject): Date | null {
    return record.state === 'RESOLVED' ? record.timesOutAt : null;
  }

  @FieldResolver(() => NextEscalation, {
    nullable: true,
    description:
      'Who is told next that it is late, and when; null while its clock stands, when all have been told, and for a case of an earlier system, which is told to nobody.',
  })
  async nextEscalation(@Root() { record }: CaseObject): Promise<NextEscalation | null> {
    if (record.imported) return null;
    const directory = this.#around.directory();
    const calendar = directory.calendar(record.calendarVersion);
    const now = await this.#around.clock.now();
    const next = levelAhead(record, directory.termsOf(record), calendar, now.getTime());
    if (next === null) return null;
    const { posts, vacant, substituted } = outlook(directory, record, next.level);
    const references = (keys: readonly string[]) => keys.map((key) => ({ id: toGlobalId('Post', key) }));
    return { ...next, posts: references(posts), vacant: references(vacant), substituted };
  }

  @FieldResolver(() => Answer, { nullable: true, description: 'The published answer; null until then.' })
  async answer(@Root() { record }: CaseObject): Promise<Answer | null> {
    if (record.publishedAt === null) return null;
    const row = await this.#around.reader.answer(record);
    if (row?.decision !== 'APPROVED') return null;
    return { text: row.text, outcome: row.outcome, publishedAt: record.publishedAt };
  }

  @FieldResolver(() => ProposedAnswer, {
    nullable: true,
    description: 'The answer under review, or the one returned last. For staff; null to the applicant.',
  })
  async proposedAnswer(
    @Root() { record, access }: CaseObject,
    @Ctx() { viewer }: Context,
  ): Promise<ProposedAnswer | null> {
    if (!access.seesInternal || record.answerAuthor === null) return null;
    const row = await this.#around.reader.answer(record);
    if (!row || row.decision === 'APPROVED') return null;
    return {
      text: row.text,
      outcome: row.outcome,
      proposedAt: row.proposedAt,
      by: row.authorStaff === null ? null : { id: toGlobalId('StaffMember', row.authorStaff) },
      returnedBecause: row.reason,
      byViewer: viewer.subject !== null && viewer.subject === row.authorSubject,
    };
  }

  @FieldResolver(() => TimelineConnection, {
    description: 'What happened, oldest first: the first so many, or with `last` the newest ones.',
  })
  timeline(
    @Root() { record, access }: CaseObject,
    @Args(() => TimelineArgs) args: TimelineArgs,
  ): Promise<Connection<TimelineEntry>> {
    return readTimeline(this.#around, { record, access }, args);
  }

  @FieldResolver(() => [caseActionEnum], { description: 'What the viewer may do now.' })
  async actions(@Root() { record, access }: CaseObject, @Ctx() { viewer }: Context): Promise<CaseAction[]> {
    const situation = guardFactsOf(record, this.#around.directory(), await this.#around.clock.now());
    const actor = { capacities: access.capacities, subject: viewer.subject };
    const allowed = allowedActions(record, actor, situation);
    return withOwnContributions(() => this.#parts.load(record.id), allowed, viewer);
  }
}
