import { GraphQLDateTime, GraphQLLocalDate, UserError } from '@bekhedmetkom/platform/subgraph';
import type * as words from '@bekhedmetkom/schema/events/vocabulary';
import { caseTypes } from '@bekhedmetkom/schema/events/vocabulary';
import { Field, InputType, Int, ObjectType } from 'type-graphql';
import { CaseType, Importance, Pillar, Programme } from '../vocabulary/enums.ts';
import type { PublishedPolicy } from './sla-policy.ts';

const anyPillar = 'Null stands for every pillar that has no row of its own.';

@ObjectType('AcknowledgeTime', { description: 'How soon a case must be classified.' })
export class AcknowledgeTimeType {
  @Field(() => CaseType, { description: 'Of the case; importance is not known before classification.' })
  type: words.CaseType;
  @Field(() => Int, { description: 'Working minutes.' })
  minutes: number;
}

@ObjectType('ResolveTime', { description: 'How soon a case must be answered: in days or in minutes.' })
export class ResolveTimeType {
  @Field(() => CaseType, { description: 'Of the case.' })
  type: words.CaseType;
  @Field(() => Pillar, { nullable: true, description: anyPillar })
  pillar: words.Pillar | null;
  @Field(() => Importance, { description: 'Of the case.' })
  importance: words.Importance;
  @Field(() => Int, { nullable: true, description: 'Due at close of business of this working day.' })
  workingDays: number | null;
  @Field(() => Int, { nullable: true, description: 'Due when this much working time is used up.' })
  workingMinutes: number | null;
}

@ObjectType('SlaPolicy', { description: 'How soon the cases of a programme must be dealt with.' })
export class SlaPolicyType {
  @Field(() => Programme, { description: 'The programme.' })
  programme: words.Programme;
  @Field(() => Int, { description: 'Of the programme’s policy; a published version never changes.' })
  version: number;
  @Field(() => GraphQLLocalDate, { description: 'The first day whose cases it counts for.' })
  effectiveFrom: string;
  @Field(() => GraphQLDateTime, { description: 'When it was published.' })
  publishedAt: Date;
  @Field(() => [AcknowledgeTimeType], { description: 'One for each type.' })
  acknowledge: AcknowledgeTimeType[];
  @Field(() => [ResolveTimeType], { description: 'The matrix.' })
  resolve: ResolveTimeType[];

  publishedBy: string | null;

  constructor({ policy, publishedAt, publishedBy }: PublishedPolicy) {
    this.programme = policy.programme;
    this.version = policy.version;
    this.effectiveFrom = policy.effectiveFrom;
    this.publishedAt = publishedAt;
    this.publishedBy = publishedBy;
    this.acknowledge = caseTypes.map((type) => ({ type, minutes: policy.acknowledgeMinutes[type] }));
    this.resolve = policy.resolveDays.map((row) => ({
      ...row,
      workingDays: row.workingDays ?? null,
      workingMinutes: row.workingMinutes ?? null,
    }));
  }
}

@InputType({ description: 'How soon a case must be classified.' })
export class AcknowledgeTimeInput {
  @Field(() => CaseType, { description: 'Of the case.' })
  type: words.CaseType;
  @Field(() => Int, { description: 'Working minutes.' })
  minutes: number;
}

@InputType({ description: 'How soon a case must be answered: in days or in minutes, not both.' })
export class ResolveTimeInput {
  @Field(() => CaseType, { description: 'Of the case.' })
  type: words.CaseType;
  @Field(() => Pillar, { nullable: true, description: anyPillar })
  pillar?: words.Pillar | null;
  @Field(() => Importance, { description: 'Of the case.' })
  importance: words.Importance;
  @Field(() => Int, {
    nullable: true,
    description: 'Due at close of business of this working day, 1 to 365.',
  })
  workingDays?: number | null;
  @Field(() => Int, { nullable: true, description: 'Due when this much working time is used up.' })
  workingMinutes?: number | null;
}

@InputType({ description: 'A whole policy of a programme.' })
export class SlaPolicyInput {
  @Field(() => Programme, { description: 'The programme.' })
  programme: words.Programme;
  @Field(() => GraphQLLocalDate, {
    description:
      'The first day whose cases it counts for, tomorrow or later: it takes effect at that midnight.',
  })
  effectiveFrom: string;
  @Field(() => [AcknowledgeTimeInput], { description: 'One for each type.' })
  acknowledge: AcknowledgeTimeInput[];
  @Field(() => [ResolveTimeInput], {
    description:
      'The matrix: every type but COMPLIMENT, which is due by its acknowledgement time, and every importance must be covered.',
  })
  resolve: ResolveTimeInput[];
}

@InputType({ description: 'A policy to take the place of the newest one of its programme.' })
export class PublishSlaPolicyInput {
  @Field(() => Int, {
    description:
      'The version that it was drawn up from, 0 when there was none; another newest one is refused with CONFLICT.',
  })
  expectedVersion: number;
  @Field(() => SlaPolicyInput, { description: 'The policy.' })
  policy: SlaPolicyInput;
  @Field(() => Boolean, {
    nullable: true,
    description: 'Says what is wrong, and publishes nothing even if nothing is; false.',
  })
  checkOnly?: boolean | null;
}

@ObjectType({ description: 'What became of a policy.' })
export class SlaPolicyPayload {
  @Field(() => SlaPolicyType, { nullable: true, description: 'As published; null when it was refused.' })
  policy: SlaPolicyType | null;
  @Field(() => [UserError], { description: 'Why it was refused; empty when it was published.' })
  userErrors: UserError[];
}
