import { toGlobalId, UserError } from '@bekhedmetkom/platform/subgraph';
import type { CaseType, Names, Outcome } from '@bekhedmetkom/schema/events/vocabulary';
import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { EntityReference } from '../directory/directory-references.type.ts';
import { caseTypeEnum, outcomeEnum } from '../graph/vocabulary.type.ts';
import { Wording } from '../wording/wording.type.ts';
import type { CannedAnswerRow } from './canned-answer.entity.ts';
import { variablesIn } from './canned-answer.ts';

@ObjectType({ description: 'A text that answers begin with. For focal points and the operation room.' })
export class CannedAnswer {
  @Field(() => ID, { description: 'Global id.' })
  id: string;
  @Field(() => Int, { description: 'Grows by one with every change; give it back as expectedVersion.' })
  version: number;
  @Field(() => String, { description: 'What it is called, in the language of the viewer.' })
  name: string;
  @Field(() => Wording, { description: 'What it is called.' })
  names: Names;
  @Field(() => Wording, { description: 'The text, with its variables.' })
  body: Names;
  @Field(() => EntityReference, { nullable: true, description: 'Whose it is; null: everybody’s.' })
  entity: EntityReference | null;
  @Field(() => caseTypeEnum, { nullable: true, description: 'The type it is meant for; null: any.' })
  type: CaseType | null;
  @Field(() => outcomeEnum, { nullable: true, description: 'The outcome it goes with; null: any.' })
  outcome: Outcome | null;
  @Field(() => [String], { description: 'Names of the variables in it.' })
  variables: string[];
  @Field(() => Boolean, { description: 'Whether the viewer may change it.' })
  editable: boolean;
}

@ObjectType({ description: 'A canned answer filled for one case.' })
export class FilledAnswer {
  @Field(() => String, {
    description: 'In the language of the applicant; what is missing is still a variable.',
  })
  text: string;
  @Field(() => outcomeEnum, { nullable: true, description: 'The outcome it goes with; null: any.' })
  outcome: Outcome | null;
  @Field(() => [String], { description: 'Names of the variables for which the case has no value.' })
  missing: string[];
}

@InputType({ description: 'A canned answer, new or changed.' })
export class SaveCannedAnswerInput {
  @Field(() => ID, { nullable: true, description: 'Global id of the one to change; without: a new one.' })
  id?: string | null;
  @Field(() => Int, { nullable: true, description: 'The version that the change is based on.' })
  expectedVersion?: number | null;
  @Field(() => String, {
    nullable: true,
    description: 'Code of the entity whose it is; without: everybody’s.',
  })
  entityCode?: string | null;
  @Field(() => Wording, { description: 'What it is called; at most 120 characters.' })
  names: Wording;
  @Field(() => Wording, {
    description:
      'The text; at most 5,000 characters. Variables: {{reference}}, {{subject}}, {{entity}}, {{dueDate}}, {{governorate}}, {{today}}, {{post}}.',
  })
  body: Wording;
  @Field(() => caseTypeEnum, { nullable: true, description: 'The type it is meant for; without: any.' })
  type?: CaseType | null;
  @Field(() => outcomeEnum, { nullable: true, description: 'The outcome it goes with; without: any.' })
  outcome?: Outcome | null;
}

@InputType({ description: 'A canned answer to remove.' })
export class RemoveCannedAnswerInput {
  @Field(() => ID, { description: 'Global id.' })
  id: string;
  @Field(() => Int, { description: 'The version that is to be removed.' })
  expectedVersion: number;
}

@ObjectType({ description: 'What became of a change.' })
export class CannedAnswerPayload {
  @Field(() => CannedAnswer, {
    nullable: true,
    description: 'As it is kept now, also when the change was refused; null when there is none any more.',
  })
  cannedAnswer: CannedAnswer | null;
  @Field(() => [UserError], { description: 'Why it was refused; empty when it was done.' })
  userErrors: UserError[];
}

/** A canned answer as the viewer sees it. */
export function toCannedAnswer(row: CannedAnswerRow, editable: boolean, language: 'ar' | 'en'): CannedAnswer {
  const { id, version, names, body, entity, type, outcome } = row;
  return {
    id: toGlobalId('CannedAnswer', id),
    version,
    name: names[language],
    names,
    body,
    entity: entity === null ? null : { code: entity },
    type,
    outcome,
    variables: variablesIn(`${body.ar}\n${body.en}`),
    editable,
  };
}
