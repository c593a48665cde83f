import { GraphQLDateTime, toGlobalId, UserError } from '@bekhedmetkom/platform/subgraph';
import { Field, ID, InputType, ObjectType } from 'type-graphql';
import { CaseObject } from '../case/case.type.ts';
import { enumOf } from '../case/vocabulary.type.ts';
import { PostReference } from '../directory/directory-references.type.ts';
import type { IdentityRequestRow } from './identity-request.store.ts';

const decisionEnum = enumOf(
  'IdentityDecision',
  ['APPROVED', 'DECLINED'],
  'What became of a request to be shown who filed a report.',
);

@ObjectType({
  description:
    'A request to be shown who filed a report. For those outside the reported entity who may decide about it.',
})
export class IdentityRequest {
  @Field(() => ID, { description: 'Global id.' })
  id: string;
  @Field(() => String, { description: 'Why it has to be known.' })
  reason: string;
  @Field(() => PostReference, { nullable: true, description: 'The post that asked.' })
  requestedBy: PostReference | null;
  @Field(() => GraphQLDateTime, { description: 'When.' })
  requestedAt: Date;
  @Field(() => Boolean, { description: 'Whether the viewer asked, and so may not decide.' })
  own: boolean;
  @Field(() => decisionEnum, { nullable: true, description: 'Null while it waits.' })
  decision: IdentityRequestRow['decision'];
  @Field(() => PostReference, { nullable: true, description: 'The post that decided.' })
  decidedBy: PostReference | null;
  @Field(() => GraphQLDateTime, { nullable: true, description: 'When it was decided.' })
  decidedAt: Date | null;
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

/** A request as the graph shows it to the viewer with this subject. */
export function toIdentityRequest(row: IdentityRequestRow, subject: string | null): IdentityRequest {
  const post = (key: string | null) => (key === null ? null : { id: toGlobalId('Post', key) });
  return {
    id: toGlobalId('IdentityRequest', row.id),
    reason: row.reason,
    requestedBy: post(row.requestedPost),
    requestedAt: row.requestedAt,
    own: row.requestedBy === subject,
    decision: row.decision,
    decidedBy: post(row.decidedPost),
    decidedAt: row.decidedAt,
  };
}
