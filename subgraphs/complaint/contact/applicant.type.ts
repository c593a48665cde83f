import { LanguageCode } from '@bekhedmetkom/platform/subgraph';
import { Field, ObjectType } from 'type-graphql';

@ObjectType({
  description:
    'Who filed a case and how to reach them. Of an anonymous applicant staff see the language only.',
})
export class Applicant {
  @Field(() => String, { nullable: true, description: 'As the applicant gave it.' })
  name: string | null;
  @Field(() => String, { nullable: true, description: 'International form, e.g. +962791234567.' })
  phone: string | null;
  @Field(() => String, { nullable: true, description: 'E-mail address.' })
  email: string | null;
  @Field(() => LanguageCode, { description: 'The language in which to answer.' })
  language: 'ar' | 'en';
}
