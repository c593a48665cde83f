import {
  connectionOf,
  GraphQLDateTime,
  GraphQLLocalDate,
  toGlobalId,
  UserError,
} from '@bekhedmetkom/platform/subgraph';
import { Field, ID, InputType, ObjectType } from 'type-graphql';
import type { SealedWords } from '../confidential/sealed-words.ts';
import { PostReference } from '../directory/directory-references.type.ts';
import { CaseObject } from '../graph/case.type.ts';
import type { FollowUpRow } from './follow-up.store.ts';

@ObjectType({ description: 'What a focal point promised the operation room about a case. For staff only.' })
export class FollowUp {
  @Field(() => ID, { description: 'Global id.' })
  id: string;
  @Field(() => PostReference, { nullable: true, description: 'The focal point that was called or reminded.' })
  post: PostReference;
  @Field(() => String, { description: 'What was agreed.' })
  text: string;
  @Field(() => GraphQLLocalDate, { description: 'The day by which it was promised.' })
  promisedOn: string;
  @Field(() => GraphQLDateTime, { description: 'When it was agreed.' })
  at: Date;
  @Field(() => PostReference, { nullable: true, description: 'The post that followed up.' })
  by: PostReference | null;
  @Field(() => GraphQLDateTime, { nullable: true, description: 'When the outcome was recorded.' })
  settledAt: Date | null;
  @Field(() => Boolean, { nullable: true, description: 'Whether the promise was kept; null while open.' })
  kept: boolean | null;
  @Field(() => String, { nullable: true, description: 'What was said of the outcome.' })
  comment: string | null;
  @Field(() => Boolean, {
    description: 'Whether the promised day has passed and no outcome was recorded.',
  })
  overdue: boolean;

  row: FollowUpRow;
}

export const FollowUpConnection = connectionOf('FollowUp', () => FollowUp);

@InputType('FollowUpFilter', { description: 'Narrows the log; fields add up.' })
export class FollowUpFilterInput {
  @Field(() => ID, { nullable: true, description: 'Global id of the post that promised.' })
  post?: string | null;
  @Field(() => Boolean, { nullable: true, description: 'Whether the outcome is still open.' })
  open?: boolean | null;
  @Field(() => Boolean, { nullable: true, description: 'Whether it is open and its day has passed.' })
  overdue?: boolean | null;
}

@InputType({ description: 'A call or a reminder, and what was promised.' })
export class AddFollowUpInput {
  @Field(() => ID, { description: 'Global id of the case.' })
  caseId: string;
  @Field(() => ID, { description: 'Global id of the post of a focal point that works on the case.' })
  postId: string;
  @Field(() => String, { description: 'What was agreed; at most 2,000 characters.' })
  text: string;
  @Field(() => GraphQLLocalDate, { description: 'The promised day: a working day, at most 90 days ahead.' })
  promisedOn: string;
}

@InputType({ description: 'The outcome of a follow-up.' })
export class SettleFollowUpInput {
  @Field(() => ID, { description: 'Global id of the follow-up.' })
  id: string;
  @Field(() => Boolean, { description: 'Whether the promise was kept.' })
  kept: boolean;
  @Field(() => String, { nullable: true, description: 'What is to be said of it.' })
  comment?: string | null;
}

@ObjectType({ description: 'What became of a follow-up.' })
export class FollowUpPayload {
  @Field(() => FollowUp, { nullable: true, description: 'As it is kept now; null when it was refused.' })
  followUp: FollowUp | null;
  @Field(() => CaseObject, { nullable: true, description: 'Its case, which a follow-up does not change.' })
  case: CaseObject | null;
  @Field(() => [UserError], { description: 'Why it was refused; empty when it was done.' })
  userErrors: UserError[];
}

/** A follow-up as staff see it. */
export function toFollowUp(row: FollowUpRow, words: SealedWords): FollowUp {
  const { promisedOn, at, settledAt, kept, overdue } = row;
  const { text, comment } = words.openRow(row, 'text', 'comment');
  return {
    id: toGlobalId('FollowUp', row.id),
    post: { id: toGlobalId('Post', row.post) },
    text,
    promisedOn,
    at,
    by: row.authorPost === null ? null : { id: toGlobalId('Post', row.authorPost) },
    settledAt,
    kept,
    comment,
    overdue,
    row,
  };
}
