import type { CaseState } from '@bekhedmetkom/schema/events/vocabulary';
import { Field, InputType, ObjectType } from 'type-graphql';
import type { CaseRecord } from '../case/case.record.ts';
import { EntityReference } from '../directory/directory-references.type.ts';
import { CaseActionInput } from '../graph/case-action.type.ts';
import { caseStateEnum } from '../graph/vocabulary.type.ts';
import { ApplicantActionInput } from '../tracking/tracking.type.ts';

@ObjectType({
  description: 'The case that another one follows: how it stands and what it was answered, nobody’s words.',
})
export class FollowedCase {
  @Field(() => String, {
    nullable: true,
    description: 'Its reference, for staff who may see it; null to the applicant.',
  })
  reference: string | null;
  @Field(() => caseStateEnum, { description: 'Where it stands.' })
  state: CaseState;
  @Field(() => EntityReference, { nullable: true, description: 'Who is responsible.' })
  entity: EntityReference | null;

  record: CaseRecord;
}

@InputType({ description: 'A case that says what another one says.' })
export class MergeCaseInput extends CaseActionInput {
  @Field(() => String, { description: 'Reference of the case that it is merged into.' })
  intoReference: string;
}

@InputType({ description: 'A request that follows another one and is not about the same after all.' })
export class SeparateCaseInput extends ApplicantActionInput {
  @Field(() => String, {
    nullable: true,
    description: 'What is different, if the applicant likes to say; at most 2,000 characters.',
  })
  reason?: string | null;
}
