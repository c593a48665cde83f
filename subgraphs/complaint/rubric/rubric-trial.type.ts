import { Field, Float, Int, ObjectType } from 'type-graphql';

@ObjectType({ description: 'How many of the answers that were looked at were scored by one criterion.' })
export class CriterionDryRun {
  @Field(() => String, { description: 'Key of the criterion.' })
  key: string;
  @Field(() => Int, { description: 'Answers that were scored by it, out of as many points.' })
  answers: number;
}

@ObjectType({
  description: 'What a rubric would have made of answers that were scored. Nothing is changed by asking.',
})
export class RubricDryRun {
  @Field(() => Int, {
    description: 'Scored answers of the newest cases; at most 500, none of a restricted programme.',
  })
  answers: number;
  @Field(() => Int, {
    description:
      'Of these, answers that were scored by every criterion of the rubric, out of as many points.',
  })
  comparable: number;
  @Field(() => Float, {
    nullable: true,
    description:
      'What the comparable ones were given of the most that could be had, 0 to 1; null without any.',
  })
  share: number | null;
  @Field(() => Float, { nullable: true, description: 'The same by the rubric that is tried.' })
  wouldBeShare: number | null;
  @Field(() => Int, { description: 'Comparable answers whose share would be higher.' })
  higher: number;
  @Field(() => Int, { description: 'Comparable answers whose share would be lower.' })
  lower: number;
  @Field(() => [CriterionDryRun], { description: 'By criterion, in order.' })
  criteria: CriterionDryRun[];
}
