import { connectionOf, GraphQLDateTime, toGlobalId, UserError } from '@bekhedmetkom/platform/subgraph';
import { Field, ID, InputType, ObjectType } from 'type-graphql';
import { PostReference, StaffMemberReference } from '../directory/directory-references.type.ts';
import { CaseObject } from '../graph/case.type.ts';
import type { NoteRow } from './note.entity.ts';

@ObjectType({ description: 'What staff tell each other about a case; never for its applicant.' })
export class Note {
  @Field(() => ID, { description: 'Global id.' })
  id: string;
  @Field(() => String, { description: 'What was said.' })
  text: string;
  @Field(() => GraphQLDateTime, { description: 'When it was left.' })
  at: Date;
  @Field(() => PostReference, { nullable: true, description: 'The post in which it was left.' })
  by: PostReference | null;
  @Field(() => StaffMemberReference, { nullable: true, description: 'Who left it.' })
  author: StaffMemberReference | null;
  @Field(() => [PostReference], { nullable: 'itemsAndList', description: 'The posts that it calls.' })
  mentions: PostReference[];
  @Field(() => Boolean, { description: 'Whether the viewer left it.' })
  byViewer: boolean;
}

export const NoteConnection = connectionOf('Note', () => Note);

@InputType({ description: 'A note for the staff of a case.' })
export class AddNoteInput {
  @Field(() => ID, { description: 'Global id of the case.' })
  caseId: string;
  @Field(() => String, { description: 'What is to be said; at most 4,000 characters.' })
  text: string;
  @Field(() => [ID], {
    nullable: true,
    description: 'Global ids of the posts to call, at most 10: of the case’s `mentionable`.',
  })
  mentions?: string[] | null;
}

@ObjectType({ description: 'What became of a note.' })
export class NotePayload {
  @Field(() => Note, { nullable: true, description: 'The note; null when it was refused.' })
  note: Note | null;
  @Field(() => CaseObject, { nullable: true, description: 'Its case, which a note does not change.' })
  case: CaseObject | null;
  @Field(() => [UserError], { description: 'Why it was refused; empty when it was left.' })
  userErrors: UserError[];
}

/** A note as a viewer sees it who may see notes of its case. */
export function toNote(row: NoteRow, subject: string | null): Note {
  return {
    id: toGlobalId('Note', row.id),
    text: row.text,
    at: row.at,
    by: row.authorPost === null ? null : { id: toGlobalId('Post', row.authorPost) },
    author: row.authorStaff === null ? null : { id: toGlobalId('StaffMember', row.authorStaff) },
    mentions: row.mentions.map((key) => ({ id: toGlobalId('Post', key) })),
    byViewer: subject !== null && subject === row.author,
  };
}
