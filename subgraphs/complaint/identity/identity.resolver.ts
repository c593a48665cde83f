import type { Viewer } from '@bekhedmetkom/platform/auth';
import type { Database } from '@bekhedmetkom/platform/database';
import DataLoader from 'dataloader';
import { Arg, Ctx, FieldResolver, Mutation, Resolver, Root } from 'type-graphql';
import type { DatabaseClock } from '../clock/database-clock.ts';
import type { SealedWords } from '../confidential/sealed-words.ts';
import { Applicant } from '../contact/applicant.type.ts';
import type { Directory } from '../directory/directory.ts';
import { CaseObject, toCaseObject } from '../graph/case.type.ts';
import { caseKeyOf } from '../graph/case-reader.ts';
import type { Context } from '../graph/context.ts';
import { uuidOf } from '../reference/uuid-of.ts';
import { toUserError } from '../refusal/refusal.ts';
import {
  DecideIdentityInput,
  IdentityRequest,
  IdentityRequestPayload,
  mayDecideIdentity,
  RequestIdentityInput,
  toIdentityRequest,
} from './identity.type.ts';
import { type IdentityRequestRow, loadIdentityRequests } from './identity-request.store.ts';
import {
  decideIdentity,
  type IdentityResult,
  mayLearnIdentity,
  requestIdentity,
} from './request-identity.ts';

interface Dependencies {
  database: Database;
  words: SealedWords;
  clock: DatabaseClock;
  directory(): Directory;
}

@Resolver(() => CaseObject)
export class IdentityResolver {
  readonly #room: Dependencies;
  readonly #requests: DataLoader<string, IdentityRequestRow[]>;
  constructor(deps: Dependencies) {
    this.#room = deps;
    this.#requests = new DataLoader(
      async (ids) => {
        const found = await loadIdentityRequests(deps.database, ids);
        return ids.map((id) => found.get(id) ?? []);
      },
      { cache: false, maxBatchSize: 500 },
    );
  }

  @FieldResolver(() => Applicant, {
    nullable: true,
    description:
      'Who filed it: for the applicant, the entity’s focal points, the agent who took it down and the operation room; null to others. Of a report: for nobody in the reported entity, and outside it only for who asked by `requestReporterIdentity`, once two custodians (the operation room, or the programme’s coordinator) agreed, and until `visibleUntil`. Every reading by somebody else is audited before it is answered.',
  })
  async applicant(
    @Root() kase: CaseObject,
    @Ctx() { applicants, viewer }: Context,
  ): Promise<Applicant | null> {
    const { record, access } = kase;
    return (await this.#mayRead(kase, viewer)) ? applicants.load({ record, access }) : null;
  }

  @FieldResolver(() => Boolean, {
    description: 'Whether `applicant` says who filed it to the viewer now. Asking this is not audited.',
  })
  mayReadApplicant(@Root() kase: CaseObject, @Ctx() { viewer }: Context): Promise<boolean> {
    return this.#mayRead(kase, viewer);
  }

  @FieldResolver(() => Boolean, {
    description:
      'Whether the viewer may ask by `requestReporterIdentity` to be shown who filed it: a report that is not anonymous, by somebody outside the reported entity whose work may need it and who has no such request waiting or in force.',
  })
  async mayRequestIdentity(
    @Root() { record, access }: CaseObject,
    @Ctx() { viewer }: Context,
  ): Promise<boolean> {
    if (record.type !== 'REPORT' || record.anonymous || !access.mayAskIdentity) return false;
    const requests = await this.#requests.load(record.id);
    if (requests.some((one) => one.requestedBy === viewer.subject && one.decision === null)) return false;
    return !mayLearnIdentity(access, requests, viewer, await this.#room.clock.now());
  }

  @FieldResolver(() => [IdentityRequest], {
    nullable: true,
    description:
      'Requests to be shown who filed a report, the oldest first: all of them for those outside the reported entity who decide about them, the own ones for who may only ask; null to others.',
  })
  async identityRequests(
    @Root() { record, access }: CaseObject,
    @Ctx() { viewer }: Context,
  ): Promise<IdentityRequest[] | null> {
    if (record.type !== 'REPORT' || !(access.isCustodian || access.mayAskIdentity)) return null;
    const rows = await this.#requests.load(record.id);
    const { words } = this.#room;
    const now = await this.#room.clock.now();
    return rows
      .filter((row) => access.isCustodian || row.requestedBy === viewer.subject)
      .map((row) =>
        toIdentityRequest(row, { viewer, now, words, mayDecide: mayDecideIdentity(row, access, viewer) }),
      );
  }

  @Mutation(() => IdentityRequestPayload, {
    description:
      'Asks, with a reason, to be shown who filed a report. By the operation room, the programme’s coordinator, a quality reviewer or the Prime Minister’s office, who hold no post in an entity; custodians decide about it.',
  })
  async requestReporterIdentity(
    @Arg('input', () => RequestIdentityInput) { caseId, reason }: RequestIdentityInput,
    @Ctx() { viewer }: Context,
  ): Promise<IdentityRequestPayload> {
    return this.#toPayload(
      await requestIdentity(this.#room, { caseId: caseKeyOf(caseId), reason }, viewer),
      viewer,
    );
  }

  @Mutation(() => IdentityRequestPayload, {
    description:
      'Approves or declines such a request; never by who asked. A request of somebody who is no custodian is approved by two custodians, one after the other; that of a custodian by one other.',
  })
  async decideReporterIdentity(
    @Arg('input', () => DecideIdentityInput) input: DecideIdentityInput,
    @Ctx() { viewer }: Context,
  ): Promise<IdentityRequestPayload> {
    const { requestId, approve, reason = null, expectedVersion = null } = input;
    const id = uuidOf('IdentityRequest', requestId);
    return this.#toPayload(
      await decideIdentity(this.#room, { id, approve, reason, expectedVersion }, viewer),
      viewer,
    );
  }

  async #mayRead({ record, access }: CaseObject, viewer: Viewer): Promise<boolean> {
    if (access.seesApplicant) return true;
    if (record.type !== 'REPORT' || !access.mayAskIdentity) return false;
    const requests = await this.#requests.load(record.id);
    return mayLearnIdentity(access, requests, viewer, await this.#room.clock.now());
  }

  async #toPayload(
    { record, access, request, refusals }: IdentityResult,
    viewer: Viewer,
  ): Promise<IdentityRequestPayload> {
    const { words } = this.#room;
    const now = await this.#room.clock.now();
    return {
      request:
        request &&
        toIdentityRequest(request, {
          viewer,
          now,
          words,
          mayDecide: mayDecideIdentity(request, access, viewer),
        }),
      case: toCaseObject(record, access, viewer.language),
      userErrors: refusals.map((refusal) => toUserError(refusal, viewer.language)),
    };
  }
}
