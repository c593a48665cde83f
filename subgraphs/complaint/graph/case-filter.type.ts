import { GraphQLCursor, GraphQLLocalDate } from '@bekhedmetkom/platform/subgraph';
import type {
  CaseState,
  CaseType,
  Channel,
  EscalationLevel,
  Importance,
  Pillar,
  Programme,
} from '@bekhedmetkom/schema/events/vocabulary';
import { ArgsType, Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import type { CaseFilter, CaseOrder } from '../case-list/case-filter.ts';
import type { SlaStatus } from '../sla/sla.ts';
import {
  caseOrderEnum,
  caseStateEnum,
  caseTypeEnum,
  channelEnum,
  escalationLevelEnum,
  importanceEnum,
  pillarEnum,
  programmeEnum,
  slaStatusEnum,
} from './vocabulary.type.ts';

@ObjectType('Window', {
  description: 'Whole days in Asia/Amman, half-open: `to` is the first day that is out.',
})
@InputType({ description: 'Whole days in Asia/Amman, half-open: `to` is the first day that is out.' })
export class WindowInput {
  @Field(() => GraphQLLocalDate, { description: 'First day.' })
  from: string;
  @Field(() => GraphQLLocalDate, { description: 'The day after the last.' })
  to: string;
}

@ObjectType('SavedFilter', { description: 'What a saved view narrows the list to.' })
@InputType('CaseFilter', {
  description: 'Narrows a list. Values of one field are alternatives; fields add up.',
})
export class CaseFilterInput implements CaseFilter {
  @Field(() => [ID], {
    nullable: true,
    description: 'Global ids of cases: which of them the list holds. At most 100.',
  })
  ids?: string[] | null;
  @Field(() => [String], {
    nullable: true,
    description: 'Codes of entities; an empty one: nobody knows the entity yet.',
  })
  entity?: string[] | null;
  @Field(() => [String], { nullable: true, description: 'Codes of sectors.' })
  sector?: string[] | null;
  @Field(() => [caseTypeEnum], { nullable: true, description: 'Types.' })
  type?: CaseType[] | null;
  @Field(() => [caseStateEnum], { nullable: true, description: 'States.' })
  state?: CaseState[] | null;
  @Field(() => [importanceEnum], { nullable: true, description: 'Importance, as classified.' })
  importance?: Importance[] | null;
  @Field(() => [pillarEnum], { nullable: true, description: 'Pillar, as classified.' })
  pillar?: Pillar[] | null;
  @Field(() => [channelEnum], { nullable: true, description: 'Channels.' })
  channel?: Channel[] | null;
  @Field(() => [String], { nullable: true, description: 'Codes of governorates; an empty one: none given.' })
  governorate?: string[] | null;
  @Field(() => [String], { nullable: true, description: 'Codes of categories; an empty one: none given.' })
  category?: string[] | null;
  @Field(() => [slaStatusEnum], { nullable: true, description: 'What the clock says at this moment.' })
  sla?: SlaStatus[] | null;
  @Field(() => Boolean, {
    nullable: true,
    description: 'Whether the deadline that comes next has passed at this moment.',
  })
  overdue?: boolean | null;
  @Field(() => Boolean, { nullable: true, description: 'Whether an answer is still owed.' })
  open?: boolean | null;
  @Field(() => Boolean, {
    nullable: true,
    description: 'Whether no focal point was given it yet: not classified, or held by no post.',
  })
  unassigned?: boolean | null;
  @Field(() => [ID], { nullable: true, description: 'Global ids of posts: held by one of them.' })
  assignee?: string[] | null;
  @Field(() => Boolean, { nullable: true, description: 'Held by a post of the viewer.' })
  mine?: boolean | null;
  @Field(() => [programmeEnum], { nullable: true, description: 'Programmes.' })
  programme?: Programme[] | null;
  @Field(() => [escalationLevelEnum], {
    nullable: true,
    description: 'Highest level of the ladder that the current round reached.',
  })
  escalation?: EscalationLevel[] | null;
  @Field(() => Boolean, {
    nullable: true,
    description:
      'Whether the current round was escalated to a post of the viewer; the reminder to those who work on it (L0) is no escalation.',
  })
  escalatedToMe?: boolean | null;
  @Field(() => Boolean, {
    nullable: true,
    description: 'Transfers that wait for the viewer’s decision, also of entities that are not the viewer’s.',
  })
  incoming?: boolean | null;
  @Field(() => Boolean, {
    nullable: true,
    description: 'An interim reply or a rejection waits for its second person.',
  })
  proposal?: boolean | null;
  @Field(() => Boolean, {
    nullable: true,
    description:
      'An interim reply or a rejection waits for its second person: true, when that may be the viewer; false, when it is somebody else, as of what the viewer proposed.',
  })
  awaitsMyDecision?: boolean | null;
  @Field(() => Boolean, { nullable: true, description: 'An appeal waits for the operation room.' })
  appealed?: boolean | null;
  @Field(() => WindowInput, {
    nullable: true,
    description: 'When the case was first filed, in lists, their counts and feeds alike.',
  })
  submitted?: WindowInput | null;
  @Field(() => WindowInput, {
    nullable: true,
    description: 'When its present round began: when it was filed, or reopened.',
  })
  cycleSubmitted?: WindowInput | null;
  @Field(() => WindowInput, {
    nullable: true,
    description:
      'When the deadline that comes next falls: that of classification, then the due date. A case whose clock stands still has none.',
  })
  due?: WindowInput | null;
  @Field(() => String, {
    nullable: true,
    description:
      'Words in subject or text, Arabic or English, however they are spelled, with or without articles and endings; the name or code of an entity; a reference or a part of one (four symbols or more). Cases of every state, unless `open` or `state` narrows them.',
  })
  text?: string | null;
}

@ArgsType()
class CaseListArgs {
  @Field(() => CaseFilterInput, { nullable: true, description: 'Narrows the list.' })
  filter?: CaseFilterInput | null;
  @Field(() => Int, { nullable: true, defaultValue: 20, description: 'How many, 1 to 100.' })
  first?: number | null;
  @Field(() => GraphQLCursor, { nullable: true, description: 'The cursor after which to go on.' })
  after?: string | null;
}

@ArgsType()
export class CasesArgs extends CaseListArgs {
  @Field(() => caseOrderEnum, { nullable: true, defaultValue: 'NEWEST', description: 'How it is sorted.' })
  orderBy?: CaseOrder | null;
}

/** More entities than there are: a list of groups is whole unless a part of it is asked for. */
const everyEntity = 200;

@ArgsType()
export class CaseGroupsArgs {
  @Field(() => CaseFilterInput, { nullable: true, description: 'Narrows the cases.' })
  filter?: CaseFilterInput | null;
  @Field(() => Int, {
    nullable: true,
    defaultValue: everyEntity,
    description: 'How many groups, 1 to 200.',
  })
  first?: number | null;
  @Field(() => Int, { nullable: true, defaultValue: 0, description: 'How many groups are left out before.' })
  skip?: number | null;
}

@ArgsType()
export class EntityCasesArgs extends CaseListArgs {
  @Field(() => caseOrderEnum, { nullable: true, description: 'How it is sorted; NEWEST unless given.' })
  orderBy?: CaseOrder | null;
}
