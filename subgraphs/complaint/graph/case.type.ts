import { connectionOf, GraphQLDateTime, Node, toGlobalId } from '@bekhedmetkom/platform/subgraph';
import type {
  ApplicantKind,
  CaseState,
  CaseType,
  Channel,
  Importance,
  Outcome,
  Pillar,
  Programme,
  Solved,
} from '@bekhedmetkom/schema/events/vocabulary';
import { Directive, Field, ID, Int, ObjectType } from 'type-graphql';
import type { CaseRecord } from '../case/case.record.ts';
import { typeWords } from '../case/case-words.ts';
import type { Access } from '../case-access/case.policy.ts';
import {
  CategoryReference,
  EntityReference,
  GovernorateReference,
  PostReference,
  StaffMemberReference,
} from '../directory/directory-references.type.ts';
import {
  applicantKindEnum,
  caseStateEnum,
  caseTypeEnum,
  channelEnum,
  importanceEnum,
  outcomeEnum,
  pillarEnum,
  programmeEnum,
  solvedEnum,
} from './vocabulary.type.ts';

@ObjectType({ description: 'A published answer.' })
export class Answer {
  @Field(() => String, { description: 'What the applicant was told.' })
  text: string;
  @Field(() => outcomeEnum, { description: 'How the case ended.' })
  outcome: Outcome;
  @Field(() => GraphQLDateTime, { description: 'When it was published.' })
  publishedAt: Date;
}

@ObjectType({ description: 'An answer that is under review, or was returned to its author. For staff only.' })
export class ProposedAnswer {
  @Field(() => String, { description: 'What is proposed to be told.' })
  text: string;
  @Field(() => outcomeEnum, { description: 'How the case is proposed to end.' })
  outcome: Outcome;
  @Field(() => GraphQLDateTime, { description: 'When it was proposed.' })
  proposedAt: Date;
  @Field(() => StaffMemberReference, { nullable: true, description: 'Who wrote it.' })
  by: StaffMemberReference | null;
  @Field(() => String, {
    nullable: true,
    description: 'Why a reviewer returned it; null while under review.',
  })
  returnedBecause: string | null;
  @Field(() => Boolean, { description: 'Whether the viewer wrote it, and so may not review it.' })
  byViewer: boolean;
}

@ObjectType({ description: 'What the applicant says about the answer.' })
export class Rating {
  @Field(() => Int, { description: 'From 1, bad, to 5, good.' })
  score: number;
  @Field(() => solvedEnum, { description: 'Whether the matter is solved.' })
  solved: Solved;
  @Field(() => String, { nullable: true, description: 'In the applicant’s own words.' })
  comment: string | null;
  @Field(() => GraphQLDateTime, { description: 'When it was given.' })
  ratedAt: Date;
}

@ObjectType('Case', {
  implements: Node,
  description: 'What a person filed, and what became of it. Seen by its applicant and by staff in scope.',
})
@Directive('@key(fields: "id")')
export class CaseObject implements Node {
  @Field(() => ID, { description: 'Global id.' })
  id: string;
  @Field(() => String, { description: 'What people quote, e.g. `BK-2026-7Q4M-K2XD-9`.' })
  reference: string;
  @Field(() => Int, { description: 'Grows by one with every transition; give it back as expectedVersion.' })
  version: number;
  @Field(() => caseTypeEnum, { description: 'What kind of request it is.' })
  type: CaseType;
  @Field(() => caseStateEnum, { description: 'Where it stands.' })
  state: CaseState;
  @Field(() => programmeEnum, { description: 'The programme it belongs to, by its category.' })
  programme: Programme;
  @Field(() => CategoryReference, { nullable: true, description: 'What it is about; null while unknown.' })
  category: CategoryReference | null;
  @Field(() => EntityReference, {
    nullable: true,
    description: 'Who is responsible; null while nobody knows.',
  })
  entity: EntityReference | null;
  @Field(() => GovernorateReference, { nullable: true, description: 'Where it is about.' })
  governorate: GovernorateReference | null;
  @Field(() => channelEnum, { description: 'How it arrived.' })
  channel: Channel;
  @Field(() => applicantKindEnum, { nullable: true, description: 'What the applicant says to be.' })
  applicantKind: ApplicantKind | null;
  @Field(() => Boolean, { description: 'Filed without a name.' })
  anonymous: boolean;
  @Field(() => importanceEnum, { nullable: true, description: 'Null until classified.' })
  importance: Importance | null;
  @Field(() => pillarEnum, { nullable: true, description: 'Null until classified.' })
  pillar: Pillar | null;
  @Field(() => GraphQLDateTime, { description: 'When it was filed.' })
  submittedAt: Date;
  @Field(() => PostReference, { nullable: true, description: 'The post that has it now.' })
  holder: PostReference | null;
  @Field(() => Int, { description: 'Which round it is in, from 1; reopening begins a new one.' })
  cycle: number;
  @Field(() => Boolean, { description: 'Taken over from another system; its times are that system’s.' })
  imported: boolean;

  __typename: 'Case';
  record: CaseRecord;
  access: Access;
}

export const CaseConnection = connectionOf('Case', () => CaseObject);

/** A case as the viewer may see it. */
export function toCaseObject(record: CaseRecord, access: Access, _language: 'ar' | 'en'): CaseObject {
  return {
    __typename: 'Case',
    id: toGlobalId('Case', record.id),
    reference: record.reference,
    version: record.version,
    type: record.type,
    state: record.state,
    programme: record.programme,
    category: codeOf(record.category),
    entity: codeOf(record.entity),
    governorate: codeOf(record.governorate),
    channel: record.channel,
    // Of a reporter it narrows down who it was.
    applicantKind: record.type === 'REPORT' && !access.seesApplicant ? null : record.applicantKind,
    anonymous: record.anonymous,
    importance: record.importance,
    pillar: record.pillar,
    submittedAt: record.submittedAt,
    holder: record.holderPost === null ? null : { id: toGlobalId('Post', record.holderPost) },
    cycle: record.cycle,
    imported: record.imported,
    record,
    access,
  };
}

/** What stands in place of a text that the viewer may not read. */
export function withheld(record: CaseRecord, language: 'ar' | 'en'): string {
  return { ar: `${typeWords[record.type].ar} (سري)`, en: `Confidential ${typeWords[record.type].en}` }[
    language
  ];
}

function codeOf(code: string | null): { code: string } | null {
  return code === null ? null : { code };
}
