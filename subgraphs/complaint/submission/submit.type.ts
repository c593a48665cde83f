import { LanguageCode, UserError } from '@bekhedmetkom/platform/subgraph';
import type { ApplicantKind, CaseType, Channel, Programme } from '@bekhedmetkom/schema/events/vocabulary';
import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { CaseObject } from '../graph/case.type.ts';
import { applicantKindEnum, caseTypeEnum, channelEnum, programmeEnum } from '../graph/vocabulary.type.ts';
import { PointInput } from '../location/point.type.ts';
import type { SubmissionFields } from './submission.ts';

@InputType({ description: 'How the applicant may be reached. Kept encrypted.' })
export class ContactInput {
  @Field(() => String, { nullable: true, description: 'At most 120 characters; dropped when anonymous.' })
  name?: string | null;
  @Field(() => String, { nullable: true, description: 'Jordanian, or international with +.' })
  phone?: string | null;
  @Field(() => String, { nullable: true, description: 'E-mail address.' })
  email?: string | null;
}

@InputType({ description: 'What a person files.' })
export class SubmitCaseInput implements SubmissionFields {
  @Field(() => String, {
    description:
      'Made up by the client, 8 to 200 visible ASCII characters, one for each request: sending again with the same key files nothing twice.',
  })
  idempotencyKey: string;
  @Field(() => caseTypeEnum, { description: 'What kind of request it is.' })
  type: CaseType;
  @Field(() => programmeEnum, {
    nullable: true,
    description: 'The programme it is for; else the one of its category.',
  })
  programme?: Programme | null;
  @Field(() => String, { description: 'In one line, 3 to 200 characters.' })
  subject: string;
  @Field(() => String, { description: 'At most 20,000 characters.' })
  text: string;
  @Field(() => String, {
    nullable: true,
    description: 'Code of the entity; absent: the applicant does not know.',
  })
  entityCode?: string | null;
  @Field(() => String, { nullable: true, description: 'Code of the category.' })
  categoryCode?: string | null;
  @Field(() => String, { nullable: true, description: 'Code of the governorate.' })
  governorateCode?: string | null;
  @Field(() => String, { nullable: true, description: 'At most 120 characters.' })
  district?: string | null;
  @Field(() => PointInput, {
    nullable: true,
    description:
      'The place on the map. The governorate follows from it, whatever governorateCode says; outside Jordan it is refused.',
  })
  point?: PointInput | null;
  @Field(() => ID, { nullable: true, description: 'Of a compliment: the unit that it is for.' })
  creditedUnitId?: string | null;
  @Field(() => String, {
    nullable: true,
    description: 'Of a compliment: the person that it is for. At most 120 characters.',
  })
  creditedName?: string | null;
  @Field(() => channelEnum, {
    nullable: true,
    description:
      'Read from importers only, of whose records it says how they arrived. Of everybody else it is set by the role: CONTACT_CENTRE for its agents, else WEB.',
  })
  channel?: Channel | null;
  @Field(() => applicantKindEnum, { nullable: true, description: 'What the applicant is.' })
  applicantKind?: ApplicantKind | null;
  @Field(() => Boolean, { description: 'True: no name and no account is kept with it.' })
  anonymous: boolean;
  @Field(() => ContactInput, { nullable: true, description: 'How to reach the applicant.' })
  contact?: ContactInput | null;
  @Field(() => ID, {
    nullable: true,
    description:
      'Id of a SimilarCase: the new case is a duplicate from the outset, with its own reference, and follows that one.',
  })
  follows?: string | null;
  @Field(() => LanguageCode, { description: 'The language in which to answer.' })
  language: 'ar' | 'en';
  @Field(() => [ID], {
    nullable: true,
    description: 'Ids of complete uploads (`beginUpload`); the case is filed with all of them or not at all.',
  })
  attachments?: string[] | null;
}

@ObjectType({ description: 'What became of a submission.' })
export class SubmitCasePayload {
  @Field(() => CaseObject, { nullable: true, description: 'The case; null when it was refused.' })
  case: CaseObject | null;
  @Field(() => String, {
    nullable: true,
    description:
      'With the reference it opens the case to whoever has it. Shown here once; nobody can recover it.',
  })
  secret: string | null;
  @Field(() => [UserError], { description: 'Why it was refused; empty when it was filed.' })
  userErrors: UserError[];
  @Field(() => Int, {
    nullable: true,
    description: 'Seconds after which it may be sent again as it is; null unless it came too often.',
  })
  retryAfter: number | null;
}
