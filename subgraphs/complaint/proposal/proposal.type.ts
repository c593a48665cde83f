import { GraphQLDateTime, GraphQLLocalDate, toGlobalId } from '@bekhedmetkom/platform/subgraph';
import type { RejectionCode } from '@bekhedmetkom/schema/events/vocabulary';
import { Field, ObjectType } from 'type-graphql';
import type { Proposal } from '../case/case.record.ts';
import { PostReference } from '../directory/directory-references.type.ts';
import { enumOf, rejectionCodeEnum } from '../graph/vocabulary.type.ts';

export const proposalKindEnum = enumOf(
  'ProposalKind',
  ['INTERIM', 'REJECTION'],
  'What needs a second person: an interim reply, or a rejection.',
);

@ObjectType('Proposal', { description: 'What waits for its second person. For staff.' })
export class ProposalObject {
  @Field(() => proposalKindEnum, { description: 'What is proposed.' })
  kind: Proposal['kind'];
  @Field(() => String, { description: 'What the applicant is to be told.' })
  text: string;
  @Field(() => GraphQLLocalDate, {
    nullable: true,
    description: 'Of an interim reply: the day that it promises.',
  })
  dueOn: string | null;
  @Field(() => rejectionCodeEnum, { nullable: true, description: 'Of a rejection: why.' })
  code: RejectionCode | null;
  @Field(() => GraphQLDateTime, { description: 'When it was proposed.' })
  at: Date;
  @Field(() => PostReference, { nullable: true, description: 'The post that proposed it.' })
  by: PostReference | null;
  @Field(() => Boolean, { description: 'Whether the viewer proposed it.' })
  byViewer: boolean;
}

/** A proposal as staff see it. */
export function toProposal(proposal: Proposal, subject: string | null): ProposalObject {
  const { kind, text, at, post, by } = proposal;
  return {
    kind,
    text,
    dueOn: kind === 'INTERIM' ? proposal.dueOn : null,
    code: kind === 'REJECTION' ? proposal.code : null,
    at: new Date(at),
    by: post === null ? null : { id: toGlobalId('Post', post) },
    byViewer: subject !== null && subject === by,
  };
}
