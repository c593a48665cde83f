import type { Database } from '@bekhedmetkom/platform/database';
import { toGlobalId } from '@bekhedmetkom/platform/subgraph';
import DataLoader from 'dataloader';
import { Arg, Ctx, FieldResolver, Mutation, Resolver, Root } from 'type-graphql';
import type { CaseRecord } from '../case/case.record.ts';
import { CaseObject } from '../graph/case.type.ts';
import { CasePayload } from '../graph/case-action.type.ts';
import type { Context } from '../graph/context.ts';
import { toPayload } from '../graph/to-payload.ts';
import { type ApplicantRoom, openOwnCase } from '../tracking/open-own-case.ts';
import { ApplicantActionInput } from '../tracking/tracking.type.ts';
import { type EscalationRow, loadEscalations } from './escalation.store.ts';
import { Escalation } from './escalation.type.ts';
import { requestEscalation } from './request-escalation.ts';

@Resolver(() => CaseObject)
export class EscalationResolver {
  readonly #around: ApplicantRoom;
  readonly #reached: DataLoader<Pick<CaseRecord, 'id' | 'cycle'>, EscalationRow[]>;
  constructor(database: Database, deps: ApplicantRoom) {
    this.#around = deps;
    this.#reached = new DataLoader(
      async (cycles) => {
        const found = await loadEscalations(database, cycles);
        return cycles.map(({ id, cycle }) => found.get(id)?.filter((row) => row.cycle === cycle) ?? []);
      },
      { cache: false, maxBatchSize: 500 },
    );
  }

  @FieldResolver(() => [Escalation], {
    description: 'The levels of the ladder that its present round reached, the lowest first.',
  })
  async escalations(@Root() { record }: CaseObject): Promise<Escalation[]> {
    if (record.escalations.length === 0) return [];
    const rows = await this.#reached.load({ id: record.id, cycle: record.cycle });
    return rows.map(({ level, at, posts, trigger }) => ({
      level,
      at,
      posts: posts.map((key) => ({ id: toGlobalId('Post', key) })),
      requestedByApplicant: trigger === 'APPLICANT',
    }));
  }

  @Mutation(() => CasePayload, {
    description:
      'Takes an overdue case one level up the ladder, because its applicant asks; once a round. Nobody loses responsibility by it, more posts are told.',
  })
  async requestEscalation(
    @Arg('input', () => ApplicantActionInput) input: ApplicantActionInput,
    @Ctx() { viewer }: Context,
  ): Promise<CasePayload> {
    const own = await openOwnCase(this.#around, input, viewer);
    const { expectedVersion } = input;
    return toPayload(await requestEscalation(this.#around.room, own, expectedVersion, viewer), viewer);
  }
}
