import { connectionOf, GraphQLDateTime, toGlobalId } from '@bekhedmetkom/platform/subgraph';
import type { CaseEvent } from '@bekhedmetkom/schema/events/complaint';
import type { CaseAction, CaseState } from '@bekhedmetkom/schema/events/vocabulary';
import { Field, ID, ObjectType } from 'type-graphql';
import type { Access } from '../case-access/case.policy.ts';
import type { SealedWords } from '../confidential/sealed-words.ts';
import { PostReference } from '../directory/directory-references.type.ts';
import { caseActionEnum, caseStateEnum, timelineActorEnum } from '../graph/vocabulary.type.ts';
import type { TimelineRow } from './timeline.store.ts';

@ObjectType({ description: 'Something that happened to a case.' })
export class TimelineEntry {
  @Field(() => ID, { description: 'Global id.' })
  id: string;
  @Field(() => GraphQLDateTime, { description: 'When it happened.' })
  at: Date;
  @Field(() => caseActionEnum, { nullable: true, description: 'What was done; null: taken over by import.' })
  action: CaseAction | null;
  @Field(() => timelineActorEnum, { description: 'Who did it, by kind.' })
  by: CaseEvent['by'];
  @Field(() => PostReference, { nullable: true, description: 'The post in which it was done.' })
  post: PostReference | null;
  @Field(() => String, {
    nullable: true,
    description: 'What was said with it, as far as the viewer may know.',
  })
  text: string | null;
  @Field(() => caseStateEnum, { description: 'Where the case stood afterwards.' })
  state: CaseState;
}

export const TimelineConnection = connectionOf('Timeline', () => TimelineEntry);

/** An entry as the viewer may see it. */
export function toTimelineEntry(row: TimelineRow, access: Access, words: SealedWords): TimelineEntry {
  return {
    id: toGlobalId('TimelineEntry', `${row.caseId}.${row.seq}`),
    at: row.at,
    action: row.action,
    by: row.actor,
    post: row.post === null ? null : { id: toGlobalId('Post', row.post) },
    text: row.text === null || isHidden(row, access) ? null : words.open(row.caseId, row.text),
    state: row.state,
  };
}

/** Staff's words among themselves, and, where the text is withheld, whatever tells what the applicant wrote. */
function isHidden({ internal, actor, action }: TimelineRow, access: Access): boolean {
  if (internal && !access.seesInternal) return true;
  return !access.seesText && (actor === 'APPLICANT' || action === 'ASK_APPLICANT');
}
