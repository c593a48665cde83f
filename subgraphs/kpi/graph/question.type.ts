import { GraphQLLocalDate } from '@bekhedmetkom/platform/subgraph';
import type {
  ApplicantKind,
  CaseType,
  Channel,
  Importance,
  Pillar,
  Programme,
} from '@bekhedmetkom/schema/events/vocabulary';
import { Field, InputType, ObjectType } from 'type-graphql';
import {
  ApplicantKindEnum,
  CaseTypeEnum,
  ChannelEnum,
  ImportanceEnum,
  PillarEnum,
  ProgrammeEnum,
} from './enums.ts';

@InputType({ description: 'Days in Asia/Amman: `from` is in it, `to` is not.' })
export class WindowInput {
  @Field(() => GraphQLLocalDate, { description: 'The first day.' })
  from: string;

  @Field(() => GraphQLLocalDate, { description: 'The day after the last.' })
  to: string;
}

@ObjectType({ description: 'Days in Asia/Amman: `from` is in it, `to` is not.' })
export class KpiWindow {
  @Field(() => GraphQLLocalDate, { description: 'The first day.' })
  from: string;

  @Field(() => GraphQLLocalDate, { description: 'The day after the last.' })
  to: string;
}

@InputType({
  description:
    'Which cycles to count: each list that is given keeps those with one of its keys, an empty list none. The key "" is what is not set or not known.',
})
export class KpiFilter {
  @Field(() => [String], { nullable: true, description: 'Codes of entities.' })
  entity: string[] | null;

  @Field(() => [String], { nullable: true, description: 'Codes of sectors.' })
  sector: string[] | null;

  @Field(() => [String], { nullable: true, description: 'Codes of categories.' })
  category: string[] | null;

  @Field(() => [CaseTypeEnum], { nullable: true })
  type: CaseType[] | null;

  @Field(() => [PillarEnum], { nullable: true })
  pillar: Pillar[] | null;

  @Field(() => [ImportanceEnum], { nullable: true })
  importance: Importance[] | null;

  @Field(() => [ChannelEnum], { nullable: true })
  channel: Channel[] | null;

  @Field(() => [String], { nullable: true, description: 'Codes of governorates.' })
  governorate: string[] | null;

  @Field(() => [ApplicantKindEnum], { nullable: true })
  applicantKind: ApplicantKind[] | null;

  @Field(() => [ProgrammeEnum], { nullable: true })
  programme: Programme[] | null;
}
