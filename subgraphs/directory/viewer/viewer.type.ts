import type { Viewer } from '@bekhedmetkom/platform/auth';
import { LanguageCode, toGlobalId } from '@bekhedmetkom/platform/subgraph';
import type { Names } from '@bekhedmetkom/schema/events/vocabulary';
import { Arg, Ctx, Directive, Field, ID, ObjectType } from 'type-graphql';
import { langDescription, nameIn } from '../names/named-node.ts';
import type { StaffMember } from '../staff/staff-member.ts';

/** The directory knows staff only; who else is signed in is somebody who files and follows cases. */
const somebody: Names = { ar: 'مقدّم الطلب', en: 'Applicant' };

@ObjectType('Viewer', { description: 'Whoever is signed in.' })
@Directive('@key(fields: "id")')
export class ViewerType {
  @Field(() => ID, { description: 'The same for one person, always.' })
  id: string;

  /** Null for who is not on the staff. */
  member: StaffMember | null;

  constructor(subject: string, member: StaffMember | null) {
    this.id = toGlobalId('Viewer', subject);
    this.member = member;
  }

  @Field(() => String, {
    description: 'Of staff, their name; else a general word, as only the issuer knows the name.',
  })
  name(
    @Arg('lang', () => LanguageCode, { nullable: true, description: langDescription })
    lang: LanguageCode | null,
    @Ctx() { viewer }: { viewer: Viewer },
  ): string {
    return nameIn(this.member?.names ?? somebody, lang, viewer);
  }
}
