import { GraphQLDateTime } from '@bekhedmetkom/platform/subgraph';
import type { CaseType, Importance } from '@bekhedmetkom/schema/events/vocabulary';
import { Field, Int, ObjectType } from 'type-graphql';
import { caseTypeEnum, importanceEnum } from '../graph/vocabulary.type.ts';

@ObjectType({ description: 'How many cycles a calendar would move by so many working days.' })
export class MovedByDays {
  @Field(() => Int, { description: 'Working days as they are now; negative: earlier; 0: within the day.' })
  days: number;
  @Field(() => Int, { description: 'Cycles.' })
  cycles: number;
}

@ObjectType({ description: 'A case that a calendar would move.' })
export class MovedCase {
  id: string;
  @Field(() => GraphQLDateTime, {
    description: 'The deadline as it is; before classification the acknowledgement.',
  })
  dueAt: Date;
  @Field(() => GraphQLDateTime, { description: 'The deadline as it would be.' })
  newDueAt: Date;
  @Field(() => Int, { description: 'Working days as they are now; negative when it would be earlier.' })
  days: number;
}

@ObjectType({ description: 'What a calendar would make of the open cycles. Nothing is changed by asking.' })
export class CalendarDryRun {
  @Field(() => Int, { description: 'Open cycles that were reckoned; at most 50,000.' })
  open: number;
  @Field(() => Boolean, {
    description: 'False when there are more: those with the next deadlines were reckoned.',
  })
  complete: boolean;
  @Field(() => Int, { description: 'Would move later.' })
  moved: number;
  @Field(() => Int, {
    description: 'Would become earlier: they stay as they are, unless the calendar may shorten.',
  })
  shortened: number;
  @Field(() => [MovedByDays], { description: 'Both, by how far, in order.' })
  byDays: MovedByDays[];
  @Field(() => [MovedCase], { description: 'The furthest moves, those that shorten first; at most 20.' })
  examples: MovedCase[];
}

@ObjectType({ description: 'What a policy would have meant for one kind of case.' })
export class PolicyDryRunRow {
  @Field(() => caseTypeEnum, { description: 'The type.' })
  type: CaseType;
  @Field(() => importanceEnum, { description: 'The importance.' })
  importance: Importance;
  @Field(() => Int, { description: 'Cycles.' })
  cycles: number;
  @Field(() => Int, { description: 'Of these late under the policy in force today.' })
  late: number;
  @Field(() => Int, { description: 'Of these late under the policy that is tried.' })
  wouldBeLate: number;
}

@ObjectType({
  description:
    'What a policy would have meant for cycles of the past, had they stood under it. Nothing is changed by asking.',
})
export class PolicyDryRun {
  @Field(() => Int, { description: 'Cycles of the programme classified in the window.' })
  cycles: number;
  @Field(() => Int, { description: 'Of these late under the policy in force today.' })
  late: number;
  @Field(() => Int, { description: 'Of these late under the policy that is tried.' })
  wouldBeLate: number;
  @Field(() => Boolean, {
    description:
      'False when more than 50,000 cycles, of all programmes, were classified in the window: the newest were looked at.',
  })
  complete: boolean;
  @Field(() => [PolicyDryRunRow], { description: 'By type and importance.' })
  rows: PolicyDryRunRow[];
}
