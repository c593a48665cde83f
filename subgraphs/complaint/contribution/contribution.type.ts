import { connectionOf, GraphQLDateTime, GraphQLLocalDate, toGlobalId } from '@bekhedmetkom/platform/subgraph';
import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import type { SealedWords } from '../confidential/sealed-words.ts';
import { EntityReference, PostReference } from '../directory/directory-references.type.ts';
import { CaseActionInput } from '../graph/case-action.type.ts';
import { enumOf } from '../graph/vocabulary.type.ts';
import {
  type ContributionRow,
  type ContributionState,
  contributionStates,
} from '../handover/contribution.store.ts';
import type { ContributionFilter } from './contribution-list.store.ts';

export const contributionStateEnum = enumOf('ContributionState', contributionStates, 'Where a part stands.');

@ObjectType({ description: 'What another entity is asked to contribute to the answer of a case. For staff.' })
export class Contribution {
  @Field(() => ID, { description: 'Global id.' })
  id: string;
  @Field(() => Int, { description: 'Which one of its case, from 1.' })
  number: number;
  @Field(() => EntityReference, { nullable: true, description: 'The entity that is asked.' })
  entity: EntityReference;
  @Field(() => String, { description: 'What it is asked.' })
  question: string;
  @Field(() => GraphQLDateTime, { description: 'When it was asked.' })
  requestedAt: Date;
  @Field(() => PostReference, { nullable: true, description: 'The post that asked.' })
  requestedBy: PostReference | null;
  @Field(() => GraphQLDateTime, { description: 'By when the answer is asked for.' })
  dueAt: Date;
  @Field(() => contributionStateEnum, { description: 'Where it stands.' })
  state: ContributionState;
  @Field(() => String, { nullable: true, description: 'What the entity answered.' })
  answer: string | null;
  @Field(() => GraphQLDateTime, { nullable: true, description: 'When it was answered.' })
  answeredAt: Date | null;
  @Field(() => PostReference, { nullable: true, description: 'The post that answered.' })
  answeredBy: PostReference | null;
  @Field(() => String, {
    nullable: true,
    description: 'Why it was withdrawn; null when its case moved on without it.',
  })
  withdrawalReason: string | null;

  row: ContributionRow;
}

export const ContributionConnection = connectionOf('Contribution', () => Contribution);

@InputType('ContributionFilter', { description: 'Narrows a list of parts; fields add up.' })
export class ContributionFilterInput implements ContributionFilter {
  @Field(() => [contributionStateEnum], { nullable: true, description: 'Where they stand.' })
  state?: ContributionState[] | null;
  @Field(() => Boolean, {
    nullable: true,
    description: 'True: to be answered by the viewer’s entities; false: asked of others.',
  })
  mine?: boolean | null;
}

@InputType({ description: 'A question to another entity.' })
export class RequestContributionInput extends CaseActionInput {
  @Field(() => String, { description: 'Code of the entity; not the case’s own.' })
  entityCode: string;
  @Field(() => String, { description: 'What it is asked; at most 2,000 characters.' })
  question: string;
  @Field(() => GraphQLLocalDate, {
    nullable: true,
    description:
      'By when: a working day ahead, not after the day on which the case is due. Without: the working day before that, at the earliest the next one.',
  })
  dueOn?: string | null;
}

@InputType({ description: 'The answer to a part.' })
export class AnswerContributionInput extends CaseActionInput {
  @Field(() => Int, { description: 'Number of the part in its case.' })
  contribution: number;
  @Field(() => String, { description: 'For the entity that asked; at most 20,000 characters.' })
  text: string;
}

@InputType({ description: 'A part that is not needed any more.' })
export class WithdrawContributionInput extends CaseActionInput {
  @Field(() => Int, { description: 'Number of the part in its case.' })
  contribution: number;
  @Field(() => String, { description: 'Why, for staff only; at most 2,000 characters.' })
  reason: string;
}

/** A part as staff see it who may see it. */
export function toContribution(row: ContributionRow, words: SealedWords): Contribution {
  const post = (key: string | null) => (key === null ? null : { id: toGlobalId('Post', key) });
  const { number, requestedAt, dueAt, state } = row;
  const { question, answer, reason } = words.openRow(row, 'question', 'answer', 'reason');
  const isAnswered = state === 'ANSWERED';
  return {
    id: toGlobalId('Contribution', `${row.caseId}.${number}`),
    number,
    entity: { code: row.entity },
    question,
    requestedAt,
    requestedBy: post(row.requestedPost),
    dueAt,
    state,
    answer,
    answeredAt: isAnswered ? row.settledAt : null,
    answeredBy: isAnswered ? post(row.settledPost) : null,
    withdrawalReason: reason,
    row,
  };
}
