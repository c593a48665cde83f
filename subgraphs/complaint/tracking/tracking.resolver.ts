import { Arg, Ctx, Mutation, Query, Resolver } from 'type-graphql';
import { applicantAccess } from '../case-access/case.policy.ts';
import type { CaseDependencies } from '../case-change/change-case.ts';
import { CaseObject } from '../graph/case.type.ts';
import { CasePayload } from '../graph/case-action.type.ts';
import type { CaseReader } from '../graph/case-reader.ts';
import type { Context } from '../graph/context.ts';
import { toPayload } from '../graph/to-payload.ts';
import { rateCase } from '../rating/rate-case.ts';
import { notFound } from '../refusal/not-found.ts';
import { openOwnCase } from './open-own-case.ts';
import { type ProveSecret, readReference } from './prove-secret.ts';
import { RateCaseInput } from './tracking.type.ts';

interface Dependencies {
  room: CaseDependencies;
  reader: CaseReader;
  proveSecret: ProveSecret;
}

@Resolver()
export class TrackingResolver {
  readonly #around: Dependencies;
  constructor(deps: Dependencies) {
    this.#around = deps;
  }

  @Query(() => CaseObject, {
    nullable: true,
    description:
      'The case of a reference, for staff in scope and its signed-in applicant. NOT_FOUND for others, as for none; BAD_USER_INPUT for a wrong check digit.',
  })
  async caseByReference(
    @Arg('reference', () => String) typed: string,
    @Ctx() { viewer }: Context,
  ): Promise<CaseObject> {
    const reference = readReference(typed, viewer.language);
    const found = await this.#around.reader.byReference(reference, viewer);
    if (found) return found;
    throw notFound(viewer.language);
  }

  @Query(() => CaseObject, {
    nullable: true,
    description:
      'The case that a reference and its follow-up secret open, without an account. A right pair always opens it. NOT_FOUND for a wrong one; RATE_LIMITED with retryAfter (seconds) after five wrong ones of the same caller; BAD_USER_INPUT for a wrong check digit.',
  })
  async trackCase(
    @Arg('reference', () => String) reference: string,
    @Arg('secret', () => String) secret: string,
    @Ctx() { viewer }: Context,
  ): Promise<CaseObject | null> {
    const id = await this.#around.proveSecret(reference, secret, viewer);
    return this.#around.reader.byId(id, viewer, applicantAccess);
  }

  @Mutation(() => CasePayload, {
    description: 'RESOLVED → CLOSED: the applicant’s rating of the answer.',
  })
  async rateCase(
    @Arg('input', () => RateCaseInput) input: RateCaseInput,
    @Ctx() { viewer }: Context,
  ): Promise<CasePayload> {
    const { id, access } = await openOwnCase(this.#around, input, viewer);
    const { expectedVersion, score, solved, comment = null } = input;
    const rating = { caseId: id, expectedVersion, score, solved, comment };
    return toPayload(await rateCase(this.#around.room, rating, viewer, access), viewer);
  }
}
