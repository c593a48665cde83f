import type { Viewer } from '@bekhedmetkom/platform/auth';
import {
  connectionOf,
  GraphQLCursor,
  GraphQLDateTime,
  toGlobalId,
  UserError,
} from '@bekhedmetkom/platform/subgraph';
import { ArgsType, Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import type { Access } from '../case-access/case.policy.ts';
import type { SealedWords } from '../confidential/sealed-words.ts';
import { PostReference } from '../directory/directory-references.type.ts';
import { CaseObject } from '../graph/case.type.ts';
import { enumOf } from '../graph/vocabulary.type.ts';
import { identityState, whyNotDecide } from './identity.ts';
import type { IdentityRequestRow } from './identity-request.store.ts';

const decisionEnum = enumOf(
  'IdentityDecision',
  ['APPROVED', 'DECLINED'],
  'What became of a request to be shown who filed a report.',
);

const stateEnum = enumOf(
  'IdentityRequestState',
  ['AWAITING_CUSTODIAN', 'AWAITING_SECOND', 'APPROVED', 'DECLINED', 'EXPIRED'],
  'How far a request has come: it waits for a custodian’s decision, or for the approval of a second person; it was approved, and is in force or has ended; or it was declined.',
);

const listEnum = enumOf(
  'IdentityRequestList',
  ['TO_DECIDE', 'OWN'],
  'Which requests: those that wait for the viewer’s decision, the oldest first; or the viewer’s own, the newest first.',
);
export type IdentityRequestList = 'TO_DECIDE' | 'OWN';

@ObjectType({
  description:
    'A request to be shown who filed a report. For those outside the reported entity who may decide about it, and for who asked.',
})
export class IdentityRequest {
  @Field(() => ID, { description: 'Global id.' })
  id: string;
  @Field(() => Int, { description: 'Goes up with each step; a decision names the one that was seen.' })
  version: number;
  @Field(() => stateEnum, { description: 'How far it has come.' })
  state: ReturnType<typeof identityState>;
  @Field(() => String, { description: 'Why it has to be known.' })
  reason: string;
  @Field(() => PostReference, { nullable: true, description: 'The post that asked.' })
  requestedBy: PostReference | null;
  @Field(() => GraphQLDateTime, { description: 'When.' })
  requestedAt: Date;
  @Field(() => Boolean, { description: 'Whether the viewer asked, and so may not decide.' })
  byViewer: boolean;
  @Field(() => Boolean, { description: 'Whether the viewer may decide about it now.' })
  mayDecide: boolean;
  @Field(() => PostReference, {
    nullable: true,
    description: 'The custodian who decided in favour of it; it waits for a second person from then on.',
  })
  endorsedBy: PostReference | null;
  @Field(() => GraphQLDateTime, { nullable: true, description: 'When that was.' })
  endorsedAt: Date | null;
  @Field(() => String, { nullable: true, description: 'What that custodian said of it.' })
  endorsementReason: string | null;
  @Field(() => decisionEnum, { nullable: true, description: 'Null while it waits.' })
  decision: IdentityRequestRow['decision'];
  @Field(() => PostReference, { nullable: true, description: 'The post that decided.' })
  decidedBy: PostReference | null;
  @Field(() => GraphQLDateTime, { nullable: true, description: 'When it was decided.' })
  decidedAt: Date | null;
  @Field(() => String, { nullable: true, description: 'What was said of the decision.' })
  decisionReason: string | null;
  @Field(() => GraphQLDateTime, {
    nullable: true,
    description: 'Who asked is shown the reporter until then; null unless it was approved.',
  })
  visibleUntil: Date | null;

  row: IdentityRequestRow;
}

export const IdentityRequestConnection = connectionOf('IdentityRequest', () => IdentityRequest);

@ArgsType()
export class IdentityRequestsArgs {
  @Field(() => listEnum, { description: 'Which requests.' })
  list: IdentityRequestList;
  @Field(() => Int, { nullable: true, defaultValue: 20, description: 'How many, 1 to 100.' })
  first?: number | null;
  @Field(() => GraphQLCursor, { nullable: true, description: 'The cursor after which to go on.' })
  after?: string | null;
}

@InputType({ description: 'A request to be shown who filed a report.' })
export class RequestIdentityInput {
  @Field(() => ID, { description: 'Global id of the case.' })
  caseId: string;
  @Field(() => String, { description: 'Why it has to be known; at most 2,000 characters.' })
  reason: string;
}

@InputType({ description: 'A decision about such a request.' })
export class DecideIdentityInput {
  @Field(() => ID, { description: 'Global id of the request.' })
  requestId: string;
  @Field(() => Boolean, { description: 'Whether who asked is shown who filed the report.' })
  approve: boolean;
  @Field(() => String, {
    nullable: true,
    description: 'Why; required when it is declined. At most 2,000 characters.',
  })
  reason?: string | null;
  @Field(() => Int, {
    nullable: true,
    description: '`version` of the request as it was seen; another one by now is refused with CONFLICT.',
  })
  expectedVersion?: number | null;
}

@ObjectType({ description: 'What became of a request to be shown who filed a report.' })
export class IdentityRequestPayload {
  @Field(() => IdentityRequest, { nullable: true, description: 'The request; null when it was refused.' })
  request: IdentityRequest | null;
  @Field(() => CaseObject, { description: 'The case.' })
  case: CaseObject;
  @Field(() => [UserError], { description: 'Why nothing was done; empty otherwise.' })
  userErrors: UserError[];
}

/** Whether the viewer, a custodian of the case or not, may decide about the request. */
export function mayDecideIdentity(
  row: IdentityRequestRow,
  access: Pick<Access, 'isCustodian'>,
  { subject }: Pick<Viewer, 'subject'>,
): boolean {
  return access.isCustodian && subject !== null && whyNotDecide(row, subject) === null;
}

interface Shown {
  viewer: Viewer;
  mayDecide: boolean;
  now: Date;
  words: SealedWords;
}

/** A request as the graph shows it to the viewer. */
export function toIdentityRequest(
  row: IdentityRequestRow,
  { viewer, mayDecide, now, words }: Shown,
): IdentityRequest {
  const { version, requestedAt, endorsedAt, decision, decidedAt, visibleUntil } = row;
  const texts = words.openRow(row, 'reason', 'endorsedBecause', 'decisionReason');
  const { reason, endorsedBecause: endorsementReason, decisionReason } = texts;
  const post = (key: string | null) => (key === null ? null : { id: toGlobalId('Post', key) });
  return {
    ...{ version, reason, requestedAt, endorsedAt, endorsementReason },
    ...{ decision, decidedAt, decisionReason, visibleUntil, row },
    id: toGlobalId('IdentityRequest', row.id),
    state: identityState(row, now),
    requestedBy: post(row.requestedPost),
    byViewer: row.requestedBy === viewer.subject,
    mayDecide,
    endorsedBy: post(row.endorsedPost),
    decidedBy: post(row.decidedPost),
  };
}
