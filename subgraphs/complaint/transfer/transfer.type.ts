import { GraphQLDateTime, toGlobalId } from '@bekhedmetkom/platform/subgraph';
import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { EntityReference, PostReference } from '../directory/directory-references.type.ts';
import { CaseActionInput } from '../graph/case-action.type.ts';
import { enumOf } from '../graph/vocabulary.type.ts';
import type { TransferRow } from '../handover/transfer.store.ts';

export const transferDecisionEnum = enumOf(
  'TransferDecision',
  ['ACCEPTED', 'REFUSED', 'REFERRED', 'ENDED'],
  'What became of a transfer. REFERRED: nobody decided in time, so that the operation room was asked. ENDED: the case ended meanwhile.',
);

@ObjectType({ description: 'A transfer that waits for a decision.' })
export class Transfer {
  @Field(() => EntityReference, { nullable: true, description: 'The entity that is asked to take the case.' })
  to: EntityReference;
  @Field(() => String, { nullable: true, description: 'Why, for staff; null to the applicant.' })
  reason: string | null;
  @Field(() => GraphQLDateTime, { description: 'When it was asked for.' })
  requestedAt: Date;
  @Field(() => GraphQLDateTime, {
    nullable: true,
    description: 'Until when the target decides; null once the operation room does.',
  })
  decideBy: Date | null;
  @Field(() => Boolean, { description: 'Whether the operation room decides.' })
  decidedByOperationRoom: boolean;
  @Field(() => Int, { description: 'How often targets refused since an entity last kept the case.' })
  refusals: number;
}

@ObjectType({ description: 'One time that somebody was asked to decide about a transfer. For staff.' })
export class TransferRecord {
  @Field(() => ID, { description: 'Global id.' })
  id: string;
  @Field(() => Int, { description: 'Which one of the case, from 1.' })
  number: number;
  @Field(() => EntityReference, { nullable: true, description: 'The entity that had the case.' })
  from: EntityReference;
  @Field(() => EntityReference, { nullable: true, description: 'The entity that it was offered to.' })
  to: EntityReference;
  @Field(() => String, { description: 'Why.' })
  reason: string;
  @Field(() => Boolean, { description: 'Whether the operation room was asked.' })
  decidedByOperationRoom: boolean;
  @Field(() => GraphQLDateTime, { description: 'Since when the decision was waited for.' })
  requestedAt: Date;
  @Field(() => PostReference, { nullable: true, description: 'The post that asked for it.' })
  requestedBy: PostReference | null;
  @Field(() => transferDecisionEnum, { nullable: true, description: 'Null while it waits.' })
  decision: TransferRow['decision'];
  @Field(() => GraphQLDateTime, { nullable: true, description: 'When it was decided.' })
  decidedAt: Date | null;
  @Field(() => PostReference, { nullable: true, description: 'The post that decided.' })
  decidedBy: PostReference | null;
  @Field(() => String, { nullable: true, description: 'Why it was refused.' })
  refusal: string | null;
  @Field(() => EntityReference, {
    nullable: true,
    description: 'The entity that has had it since; the operation room may choose another than was asked.',
  })
  receivedBy: EntityReference | null;
  @Field(() => Int, {
    nullable: true,
    description: 'Working minutes of the former entity that were credited to the new one.',
  })
  creditedMinutes: number | null;
}

@InputType({ description: 'A case that is another entity’s business.' })
export class TransferCaseInput extends CaseActionInput {
  @Field(() => String, { description: 'Code of the entity that should take it.' })
  toEntityCode: string;
  @Field(() => String, { description: 'Why, for staff only; at most 2,000 characters.' })
  reason: string;
}

@InputType({ description: 'A transfer that is accepted.' })
export class AcceptTransferInput extends CaseActionInput {
  @Field(() => ID, { description: 'Global id of the post of a focal point of the entity that takes it.' })
  assigneePostId: string;
  @Field(() => String, {
    nullable: true,
    description: 'Code of another entity than was asked; the operation room only.',
  })
  entityCode?: string | null;
}

@InputType({ description: 'A transfer that is refused.' })
export class RefuseTransferInput extends CaseActionInput {
  @Field(() => String, { description: 'Why, for staff only; at most 2,000 characters.' })
  reason: string;
}

/** A transfer as staff see it. */
export function toTransferRecord(row: TransferRow): TransferRecord {
  const { caseId, requestedPost, decidedPost, receivedBy, from, to, atRoom, ...told } = row;
  const post = (key: string | null) => (key === null ? null : { id: toGlobalId('Post', key) });
  return {
    ...told,
    decidedByOperationRoom: atRoom,
    id: toGlobalId('TransferRecord', `${caseId}.${row.number}`),
    from: { code: from },
    to: { code: to },
    requestedBy: post(requestedPost),
    decidedBy: post(decidedPost),
    receivedBy: receivedBy === null ? null : { code: receivedBy },
  };
}
