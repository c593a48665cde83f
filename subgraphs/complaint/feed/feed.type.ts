import { GraphQLCursor, GraphQLDateTime } from '@bekhedmetkom/platform/subgraph';
import type { CaseAction } from '@bekhedmetkom/schema/events/vocabulary';
import { Field, Int, ObjectType } from 'type-graphql';
import { CaseObject } from '../graph/case.type.ts';
import { caseActionEnum } from '../graph/vocabulary.type.ts';

@ObjectType('CaseEvent', {
  description: 'A hint that a case has changed. What is missed is replayed from the log by its cursor.',
})
export class CaseEventObject {
  @Field(() => GraphQLCursor, { description: 'Its place in the log: subscribe after it to go on from here.' })
  cursor: string;
  @Field(() => GraphQLDateTime, { description: 'When it was announced.' })
  at: Date | string;
  @Field(() => caseActionEnum, {
    nullable: true,
    description:
      'What was done; null: taken over by import, a file that was added, done to the case that it follows, or, for its applicant, a step among staff.',
  })
  action: CaseAction | null;
  @Field(() => Int, { description: 'Version of the case after the event; the case itself may be newer.' })
  version: number;
  @Field(() => CaseObject, { description: 'The case as it is now.' })
  case: CaseObject;
}
