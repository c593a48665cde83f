import type { Viewer } from '@bekhedmetkom/platform/auth';
import type { Database } from '@bekhedmetkom/platform/database';
import DataLoader from 'dataloader';
import { Arg, Ctx, FieldResolver, Mutation, Resolver, Root } from 'type-graphql';
import { CaseObject, toCaseObject } from '../case/case.type.ts';
import { caseKeyOf } from '../case/case-reader.ts';
import type { Context } from '../case/context.ts';
import { Applicant } from '../contact/applicant.type.ts';
import type { Directory } from '../directory/directory.ts';
import { uuidOf } from '../reference/uuid-of.ts';
import { toUserError } from '../refusal/refusal.ts';
import {
  DecideIdentityInput,
  IdentityRequest,
  IdentityRequestPayload,
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

interface Room {
  database: Database;
  directory(): Directory;
}

@Resolver(() => CaseObject)
export class IdentityResolver {
  readonly #room: Room;
  readonly #requests: DataLoader<string, IdentityRequestRow[]>;
  constructor(room: Room) {
    this.#room = room;
    this.#requests = new DataLoader(
      async (ids) => {
        const found = await loadIdentityRequests(room.database, ids);
        return ids.map((id) => found.get(id) ?? []);
      },
      { cache: false, maxBatchSize: 500 },
    );
  }

  @FieldResolver(() => Applicant, {
    nullable: true,
    description:
      'Who filed it: for the applicant, the entity’s focal points, the agent who took it down and the operation room; null to others. Of a report: for nobody in the reported entity, and for a custodian outside it (the operation room, or the programme’s coordinator) only after another one approved `requestReporterIdentity`. Every reading by somebody else is audited before it is answered.',
  })
  async applicant(
    @Root() { record, access }: CaseObject,
    @Ctx() { applicants, viewer }: Context,
  ): Promise<Applicant | null> {
    if (access.seesApplicant) return applicants.load({ record, access });
    if (record.type !== 'REPORT' || !access.isCustodian) return null;
    const isApproved = mayLearnIdentity(access, await this.#requests.load(record.id), viewer);
    return isApproved ? applicants.load({ record, access }) : null;
  }

  @FieldResolver(() => [IdentityRequest], {
    nullable: true,
    description:
      'Requests to be shown who filed a report, the oldest first. For those outside the reported entity who decide about them; null to others.',
  })
  async identityRequests(
    @Root() { record, access }: CaseObject,
    @Ctx() { viewer }: Context,
  ): Promise<IdentityRequest[] | null> {
    if (record.type !== 'REPORT' || !access.isCustodian) return null;
    const rows = await this.#requests.load(record.id);
    return rows.map((row) => toIdentityRequest(row, viewer.subject));
  }

  @Mutation(() => IdentityRequestPayload, {
    description:
      'Asks, with a reason, to be shown who filed a report. By the operation room or the programme’s coordinator, who hold no post in an entity; somebody else of them decides.',
  })
  async requestReporterIdentity(
    @Arg('input', () => RequestIdentityInput) { caseId, reason }: RequestIdentityInput,
    @Ctx() { viewer }: Context,
  ): Promise<IdentityRequestPayload> {
    return toPayload(
      await requestIdentity(this.#room, { caseId: caseKeyOf(caseId), reason }, viewer),
      viewer,
    );
  }

  @Mutation(() => IdentityRequestPayload, {
    description: 'Approves or declines such a request, once; never by who asked.',
  })
  async decideReporterIdentity(
    @Arg('input', () => DecideIdentityInput) { requestId, approve }: DecideIdentityInput,
    @Ctx() { viewer }: Context,
  ): Promise<IdentityRequestPayload> {
    const input = { id: uuidOf('IdentityRequest', requestId), approve };
    return toPayload(await decideIdentity(this.#room, input, viewer), viewer);
  }
}

function toPayload(
  { record, access, request, refusals }: IdentityResult,
  viewer: Viewer,
): IdentityRequestPayload {
  return {
    request: request && toIdentityRequest(request, viewer.subject),
    case: toCaseObject(record, access, viewer.language),
    userErrors: refusals.map((refusal) => toUserError(refusal, viewer.language)),
  };
}
