import type { Importance, Outcome, Pillar } from '@bekhedmetkom/schema/events/vocabulary';
import { Field, ID, InputType } from 'type-graphql';
import { CaseActionInput } from '../graph/case-action.type.ts';
import { importanceEnum, outcomeEnum, pillarEnum } from '../graph/vocabulary.type.ts';
import { ScoreInput } from '../rubric/score-input.type.ts';

@InputType({ description: 'What a case is about and who works on it.' })
export class ClassifyCaseInput extends CaseActionInput {
  @Field(() => importanceEnum, { description: 'How much depends on it.' })
  importance: Importance;
  @Field(() => pillarEnum, { description: 'Which side of the service it is about.' })
  pillar: Pillar;
  @Field(() => String, {
    nullable: true,
    description: 'Code of the category; null: another subject than those of the list.',
  })
  categoryCode?: string | null;
  @Field(() => String, {
    nullable: true,
    description: 'Code of the responsible entity; only when it was unknown.',
  })
  entityCode?: string | null;
  @Field(() => ID, { description: 'Global id of the post of a focal point of the entity.' })
  assigneePostId: string;
}

@InputType({ description: 'An answer for review.' })
export class ProposeAnswerInput extends CaseActionInput {
  @Field(() => outcomeEnum, { description: 'How the case ends; each type of case has its own outcomes.' })
  outcome: Outcome;
  @Field(() => String, { description: 'What the applicant is to be told; at most 20,000 characters.' })
  text: string;
}

@InputType({ description: 'A decision about an answer under review, with its scores.' })
class ReviewInput extends CaseActionInput {
  @Field(() => [ScoreInput], {
    nullable: true,
    description:
      'Points for every criterion of the rubric in force, or none at all unless the case `scoreRequired`.',
  })
  scores?: ScoreInput[] | null;
  @Field(() => String, {
    nullable: true,
    description: 'About the scores, for the author; at most 2,000 characters.',
  })
  comment?: string | null;
}

@InputType({ description: 'An answer to publish.' })
export class ApproveAnswerInput extends ReviewInput {}

@InputType({ description: 'An answer sent back to its author.' })
export class ReturnAnswerInput extends ReviewInput {
  @Field(() => String, { description: 'What is missing; for staff only, at most 2,000 characters.' })
  reason: string;
}

@InputType({ description: 'Who is to work on a case from now on.' })
export class AssignCaseInput extends CaseActionInput {
  @Field(() => ID, { description: 'Global id of the post of a focal point of the entity.' })
  assigneePostId: string;
}
