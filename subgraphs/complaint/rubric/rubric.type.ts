import { GraphQLDateTime, UserError } from '@bekhedmetkom/platform/subgraph';
import type { Names } from '@bekhedmetkom/schema/events/vocabulary';
import { Field, InputType, Int, ObjectType } from 'type-graphql';
import { CaseActionInput } from '../graph/case-action.type.ts';
import { Wording } from '../wording/wording.type.ts';
import type { RubricRow } from './rubric.store.ts';
import type { ScoreRow } from './score.store.ts';
import { ScoreInput } from './score-input.type.ts';

@ObjectType({ description: 'One thing by which answers are scored.' })
export class Criterion {
  @Field(() => String, { description: 'Stable name for programs.' })
  key: string;
  @Field(() => String, { description: 'What it is called, in the language of the viewer.' })
  name: string;
  @Field(() => Wording, { description: 'What it is called.' })
  names: Names;
  @Field(() => Int, { description: 'How much a point of it counts.' })
  weight: number;
  @Field(() => Int, { description: 'Most points; the least is none.' })
  max: number;
}

@ObjectType({ description: 'By what answers are scored. A published version never changes.' })
export class Rubric {
  @Field(() => Int, { description: 'Grows by one with every publication.' })
  version: number;
  @Field(() => [Criterion], { description: 'What is looked at, in order.' })
  criteria: Criterion[];
  @Field(() => Int, {
    description: 'How many of a hundred answers are scored of those that need not be.',
  })
  samplePercent: number;
  @Field(() => GraphQLDateTime, { description: 'When it came into force.' })
  publishedAt: Date;
}

@InputType({ description: 'One thing by which answers are to be scored.' })
export class CriterionInput {
  @Field(() => String, {
    description: 'Small Latin letters, digits and hyphens; keep it when only words change.',
  })
  key: string;
  @Field(() => Wording, { description: 'What to call it; at most 120 characters.' })
  names: Wording;
  @Field(() => Int, { description: 'How much a point of it counts, 1 to 100.' })
  weight: number;
  @Field(() => Int, { description: 'Most points, 1 to 10.' })
  max: number;
}

@InputType({ description: 'The next version of the rubric.' })
export class PublishRubricInput {
  @Field(() => Int, { description: 'The version in force that it replaces.' })
  expectedVersion: number;
  @Field(() => [CriterionInput], { description: 'What is to be looked at: 1 to 12 criteria.' })
  criteria: CriterionInput[];
  @Field(() => Int, {
    description: 'How many of a hundred answers to score of those that need not be, 0 to 100.',
  })
  samplePercent: number;
  @Field(() => Boolean, {
    nullable: true,
    description: 'Only say what would be refused; nothing is published. False unless given.',
  })
  checkOnly?: boolean | null;
}

@ObjectType({ description: 'What became of a publication.' })
export class RubricPayload {
  @Field(() => Rubric, { nullable: true, description: 'The rubric in force now.' })
  rubric: Rubric | null;
  @Field(() => [UserError], { description: 'Why it was refused; empty when it was published.' })
  userErrors: UserError[];
}

@InputType({ description: 'The score of a published answer that was rated two or less.' })
export class ScoreAnswerInput extends CaseActionInput {
  @Field(() => [ScoreInput], { description: 'Points for every criterion of the rubric in force.' })
  scores: ScoreInput[];
  @Field(() => String, { nullable: true, description: 'For the author; at most 2,000 characters.' })
  comment?: string | null;
}

@ObjectType({ description: 'The points an answer was given for one criterion.' })
export class CriterionScore {
  @Field(() => String, { description: 'Key of the criterion.' })
  key: string;
  @Field(() => String, { description: 'What it is called, in the language of the viewer.' })
  name: string;
  @Field(() => Int, { description: 'How much a point of it counts.' })
  weight: number;
  @Field(() => Int, { description: 'The points given.' })
  points: number;
  @Field(() => Int, { description: 'Most points.' })
  max: number;
}

@ObjectType({
  description: 'What a reviewer gave the answer proposed last, returned or published. For staff.',
})
export class Quality {
  @Field(() => Int, { description: 'The sum of weight × points.' })
  score: number;
  @Field(() => Int, { description: 'The most that could be had.' })
  max: number;
  @Field(() => [CriterionScore], { description: 'By criterion.' })
  criteria: CriterionScore[];
  @Field(() => Int, { description: 'Version of the rubric that it was scored by.' })
  rubricVersion: number;
  @Field(() => String, { nullable: true, description: 'What the reviewer told the author.' })
  comment: string | null;
  @Field(() => GraphQLDateTime, { description: 'When it was scored.' })
  at: Date;
}

/** A rubric in the words of the viewer. */
export function toRubric(
  { version, criteria, samplePercent, publishedAt }: RubricRow,
  language: 'ar' | 'en',
): Rubric {
  return {
    version,
    criteria: criteria.map((one) => ({ ...one, name: one.names[language] })),
    samplePercent,
    publishedAt,
  };
}

/** A score in the words of the viewer, by the rubric that it was given by. */
export function toQuality(row: ScoreRow, rubric: RubricRow, language: 'ar' | 'en'): Quality {
  const { score, max, rubricVersion, comment, at } = row;
  const criteria = rubric.criteria.map(({ key, names, weight, max: most }) => ({
    key,
    name: names[language],
    weight,
    points: row.points.find(({ criterion }) => criterion === key)?.points ?? 0,
    max: most,
  }));
  return { score, max, criteria, rubricVersion, comment, at };
}
