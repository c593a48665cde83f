import { UserError } from '@bekhedmetkom/platform/subgraph';
import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { CaseObject } from '../graph/case.type.ts';

@InputType({ description: 'One case of a bulk action.' })
export class BulkItem {
  @Field(() => ID, { description: 'Global id of the case.' })
  caseId: string;
  @Field(() => Int, { description: 'The version that the decision is based on.' })
  expectedVersion: number;
}

@ObjectType({ description: 'How to take back what was done to one case, as long as nothing else was since.' })
@InputType('BulkUndoInput', { description: 'What a bulk action gave to be taken back.' })
export class BulkUndo implements BulkItem {
  @Field(() => ID, { description: 'Global id of the case.' })
  caseId: string;
  @Field(() => Int, { description: 'The version to which the action brought the case.' })
  expectedVersion: number;
  @Field(() => ID, { description: 'Global id of the post that had the case before.' })
  assigneePostId: string;
}

@ObjectType({ description: 'What became of one case of a bulk action.' })
export class BulkResult {
  @Field(() => ID, { description: 'Global id, as it was given.' })
  caseId: string;
  @Field(() => CaseObject, {
    nullable: true,
    description: 'The case as it is now; null when to the viewer there is none.',
  })
  case: CaseObject | null;
  @Field(() => [UserError], { description: 'Why it was refused; empty when it was done.' })
  userErrors: UserError[];
}

@ObjectType({
  description: 'What became of a bulk action. Each case went by itself: some may be done, others not.',
})
export class BulkPayload {
  @Field(() => [BulkResult], { description: 'By case, in the order given.' })
  results: BulkResult[];
  @Field(() => [BulkUndo], {
    description: 'What can be taken back: give it to `undoBulk`. Only assignments can.',
  })
  undo: BulkUndo[];
  @Field(() => [UserError], { description: 'Why nothing was done at all; empty otherwise.' })
  userErrors: UserError[];
}
