import { GraphQLDateTime, LanguageCode, UserError } from '@bekhedmetkom/platform/subgraph';
import type {
  ApplicantKind,
  CaseType,
  Channel,
  Importance,
  Outcome,
  Pillar,
  Solved,
} from '@bekhedmetkom/schema/events/vocabulary';
import { Field, InputType, Int, ObjectType } from 'type-graphql';
import {
  applicantKindEnum,
  caseTypeEnum,
  channelEnum,
  importanceEnum,
  outcomeEnum,
  pillarEnum,
  solvedEnum,
} from '../graph/vocabulary.type.ts';
import { PointInput } from '../location/point.type.ts';
import type { ImportedRecord } from './imported-record.ts';

@InputType({ description: 'A rating as another system’s record bears it.' })
export class RatingInput {
  @Field(() => Int, { description: 'From 1, bad, to 5, good.' })
  score: number;
  @Field(() => solvedEnum, { description: 'Whether the matter is solved.' })
  solved: Solved;
  @Field(() => String, { nullable: true, description: 'At most 2,000 characters.' })
  comment?: string | null;
  @Field(() => GraphQLDateTime, { description: 'When it was given.' })
  at: Date;
}

@InputType({
  description:
    'A record of another system. Its state follows from its times. The pair of source and sourceId is unique: importing it again changes nothing unless it has moved on.',
})
export class ImportedCaseInput implements ImportedRecord {
  @Field(() => String, { description: 'The other system, at most 100 characters.' })
  source: string;
  @Field(() => String, { description: 'The record’s key there, at most 200 characters.' })
  sourceId: string;
  @Field(() => caseTypeEnum, { description: 'What kind of request it is.' })
  type: CaseType;
  @Field(() => String, { description: 'In one line, 3 to 200 characters.' })
  subject: string;
  @Field(() => String, { description: 'At most 20,000 characters.' })
  text: string;
  @Field(() => String, { nullable: true, description: 'Code of the responsible entity.' })
  entityCode?: string | null;
  @Field(() => String, { nullable: true, description: 'Code of the category.' })
  categoryCode?: string | null;
  @Field(() => String, { nullable: true, description: 'Code of the governorate.' })
  governorateCode?: string | null;
  @Field(() => String, { nullable: true, description: 'At most 120 characters.' })
  district?: string | null;
  @Field(() => channelEnum, { description: 'How it arrived.' })
  channel: Channel;
  @Field(() => applicantKindEnum, { nullable: true, description: 'What the applicant is.' })
  applicantKind?: ApplicantKind | null;
  @Field(() => Boolean, {
    nullable: true,
    description: 'Whether whoever filed it did not say who they are; absent: they did.',
  })
  anonymous?: boolean | null;
  @Field(() => PointInput, {
    nullable: true,
    description: 'The place on the map, in Jordan; it decides the governorate.',
  })
  point?: PointInput | null;
  @Field(() => LanguageCode, { description: 'The language of the record.' })
  language: 'ar' | 'en';
  @Field(() => importanceEnum, { nullable: true, description: 'As classified.' })
  importance?: Importance | null;
  @Field(() => pillarEnum, { nullable: true, description: 'As classified.' })
  pillar?: Pillar | null;
  @Field(() => GraphQLDateTime, { description: 'When it was filed.' })
  submittedAt: Date;
  @Field(() => GraphQLDateTime, { nullable: true, description: 'When it was acknowledged.' })
  acknowledgedAt?: Date | null;
  @Field(() => GraphQLDateTime, { nullable: true, description: 'When work on it began.' })
  startedAt?: Date | null;
  @Field(() => GraphQLDateTime, {
    nullable: true,
    description: 'When it was due, as the record says; absent: reckoned by the policy, if it is classified.',
  })
  dueAt?: Date | null;
  @Field(() => GraphQLDateTime, { nullable: true, description: 'When the answer was published.' })
  publishedAt?: Date | null;
  @Field(() => GraphQLDateTime, { nullable: true, description: 'When it was closed.' })
  closedAt?: Date | null;
  @Field(() => GraphQLDateTime, {
    nullable: true,
    description: 'When the applicant took it back; then nothing was answered. It counts in no figure.',
  })
  withdrawnAt?: Date | null;
  @Field(() => outcomeEnum, { nullable: true, description: 'How it ended.' })
  outcome?: Outcome | null;
  @Field(() => String, { nullable: true, description: 'The published answer, at most 20,000 characters.' })
  answer?: string | null;
  @Field(() => RatingInput, { nullable: true, description: 'What the applicant said about the answer.' })
  rating?: RatingInput | null;
}

@InputType({ description: 'A batch of records.' })
export class ImportCasesInput {
  @Field(() => [ImportedCaseInput], { description: 'At most 200.' })
  records: ImportedCaseInput[];
}

@ObjectType({ description: 'What became of one record.' })
export class ImportResult {
  @Field(() => String, { description: 'The record’s key.' })
  sourceId: string;
  @Field(() => Boolean, { description: 'Whether it is there now, by this import or an earlier one.' })
  imported: boolean;
  @Field(() => String, { nullable: true, description: 'Reference of its case.' })
  reference: string | null;
  @Field(() => [UserError], { description: 'Why it was refused; empty when it was taken.' })
  userErrors: UserError[];
}

@ObjectType({ description: 'What became of a batch.' })
export class ImportCasesPayload {
  @Field(() => [ImportResult], { description: 'One for each record, in the same order.' })
  results: ImportResult[];
}
