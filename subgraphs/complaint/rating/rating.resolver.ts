import { Arg, Ctx, FieldResolver, Mutation, Query, Resolver, Root } from 'type-graphql';
import type { CaseDependencies } from '../case-change/change-case.ts';
import type { DatabaseClock } from '../clock/database-clock.ts';
import type { SealedWords } from '../confidential/sealed-words.ts';
import { CaseObject } from '../graph/case.type.ts';
import { CasePayload } from '../graph/case-action.type.ts';
import type { CaseReader } from '../graph/case-reader.ts';
import type { Context } from '../graph/context.ts';
import { toPayload } from '../graph/to-payload.ts';
import { notFound } from '../refusal/not-found.ts';
import { linkAccess, rateByLink } from './rate-by-link.ts';
import { RateByLinkInput, RatingLink } from './rating.type.ts';
import type { RatingPermit, RatingTokens } from './rating-token.ts';

interface Dependencies {
  room: CaseDependencies;
  reader: CaseReader;
  clock: DatabaseClock;
  tokens: RatingTokens;
  words: SealedWords;
}

@Resolver(() => CaseObject)
export class RatingResolver {
  readonly #around: Dependencies;
  constructor(deps: Dependencies) {
    this.#around = deps;
  }

  @FieldResolver(() => String, {
    nullable: true,
    description:
      'What the rating link of the applicant’s e-mail carries; only for the service that writes it, while the answer waits for a rating.',
  })
  ratingToken(@Root() { record, access }: CaseObject): string | null {
    const { id: caseId, cycle, state, timesOutAt } = record;
    if (access.as !== 'SERVICE' || state !== 'RESOLVED' || timesOutAt === null) return null;
    return this.#around.tokens.issue({ caseId, cycle, expiresAt: timesOutAt });
  }

  @Query(() => RatingLink, {
    nullable: true,
    description: 'What a rating link is for. NOT_FOUND for one that is wrong or has expired.',
  })
  async caseOfRatingLink(
    @Arg('token', () => String) token: string,
    @Ctx() { viewer }: Context,
  ): Promise<RatingLink> {
    const { reader } = this.#around;
    const permit = await this.#read(token, viewer);
    const found = await reader.byId(permit.caseId, viewer, linkAccess);
    if (!found || found.record.cycle !== permit.cycle) throw notFound(viewer.language);
    const { record } = found;
    const { reference, subject, version, publishedAt, ratedAt } = record;
    const row = publishedAt === null ? null : await reader.answer(record);
    const given = publishedAt !== null && row?.decision === 'APPROVED';
    return {
      reference,
      subject: this.#around.words.open(record.id, subject),
      version,
      entity: found.entity,
      answer: given ? { text: row.text, outcome: row.outcome, publishedAt } : null,
      rated: ratedAt !== null,
    };
  }

  @Mutation(() => CasePayload, {
    description:
      'RESOLVED → CLOSED: rates by the link of an e-mail, without signing in. NOT_FOUND for a link that is wrong or has expired; ALREADY_RATED when it was used.',
  })
  async rateByLink(
    @Arg('input', () => RateByLinkInput) input: RateByLinkInput,
    @Ctx() { viewer }: Context,
  ): Promise<CasePayload> {
    const { token, score, solved = null, comment = null } = input;
    const permit = await this.#read(token, viewer);
    return toPayload(await rateByLink(this.#around.room, permit, { score, solved, comment }, viewer), viewer);
  }

  async #read(token: string, { language }: Context['viewer']): Promise<RatingPermit> {
    const { tokens, clock } = this.#around;
    const permit = tokens.read(token, await clock.now());
    if (permit === null) throw notFound(language);
    return permit;
  }
}
