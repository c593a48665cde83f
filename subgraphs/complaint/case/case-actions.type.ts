import { UserError } from '@bekhedmetkom/platform/subgraph';
import type { Importance, Outcome, Pillar } from '@bekhedmetkom/schema/events/vocabulary';
import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { ScoreInput } from '../rubric/score-input.type.ts';
import { CaseObject } from './case.type.ts';
import { importanceEnum, outcomeEnum, pillarEnum } from './vocabulary.type.ts';

const versionDescription =
  'The version that the decision is based on; a stale one is refused with CONFLICT and changes nothing.';

@InputType({ description: 'One step of a case.' })
export class CaseActionInput {
  @Field(() => ID, { description: 'Global id of the case.' })
  caseId: string;
  @Field(() => Int, { description: versionDescription })
  expectedVersion: number;
}

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
      'Points for every criterion of the rubric in force, or none at all unless the case `mustScore`.',
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

@ObjectType({ description: 'What became of a step.' })
export class CasePayload {
  @Field(() => CaseObject, {
    nullable: true,
    description: 'The case as it is now, also when the step was refused.',
  })
  case: CaseObject | null;
  @Field(() => [UserError], { description: 'Why it was refused; empty when it was done.' })
  userErrors: UserError[];
}
