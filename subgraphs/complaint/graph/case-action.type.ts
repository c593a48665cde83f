import { UserError } from '@bekhedmetkom/platform/subgraph';
import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { CaseObject } from './case.type.ts';

const versionDescription =
  'The version that the decision is based on; a stale one is refused with CONFLICT and changes nothing.';

@InputType({ description: 'One step of a case.' })
export class CaseActionInput {
  @Field(() => ID, { description: 'Global id of the case.' })
  caseId: string;
  @Field(() => Int, { description: versionDescription })
  expectedVersion: number;
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
