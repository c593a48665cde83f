import {
  connectionOf,
  GraphQLCursor,
  GraphQLDateTime,
  LanguageCode,
  Node,
  toGlobalId,
  UserError,
} from '@bekhedmetkom/platform/subgraph';
import { Arg, Ctx, Directive, Field, ID, ObjectType } from 'type-graphql';
import { say } from '../message/content/words.ts';
import type { NotificationRow } from '../notification/notification.entity.ts';
import type { Context } from './context.ts';

// Described where it is at home, in the complaint subgraph.
@ObjectType('Case')
@Directive('@key(fields: "id", resolvable: false)')
export class CaseReference {
  @Field(() => ID)
  id: string;
}

@ObjectType('Notification', {
  implements: Node,
  description: 'Something a person was told. Only that person sees it.',
})
@Directive('@key(fields: "id")')
export class NotificationType extends Node {
  readonly __typename = 'Notification';
  row: NotificationRow;

  static of(row: NotificationRow): NotificationType {
    return Object.assign(new NotificationType(), { row, id: toGlobalId('Notification', row.id) });
  }

  @Field(() => GraphQLDateTime, { description: 'When it happened.' })
  at(): Date {
    return this.row.at;
  }

  @Field(() => String, { description: 'What happened, in a line; in the caller’s language unless given.' })
  title(
    @Arg('lang', () => LanguageCode, { nullable: true }) lang: LanguageCode | null,
    @Ctx() { viewer }: Context,
  ): string {
    return say(this.row.kind, this.row.facts, lang ?? viewer.language).title;
  }

  @Field(() => String, {
    description: 'What it means and what comes next; in the caller’s language unless given.',
  })
  body(
    @Arg('lang', () => LanguageCode, { nullable: true }) lang: LanguageCode | null,
    @Ctx() { viewer }: Context,
  ): string {
    return say(this.row.kind, this.row.facts, lang ?? viewer.language).body;
  }

  @Field(() => CaseReference, { nullable: true, description: 'The case that it is about.' })
  case(): CaseReference {
    return { id: toGlobalId('Case', this.row.caseId) };
  }

  @Field(() => GraphQLDateTime, {
    nullable: true,
    description: 'When it was marked as read; null while it is not.',
  })
  readAt(): Date | null {
    return this.row.readAt;
  }
}

export const NotificationConnection = connectionOf('Notification', () => NotificationType);

@ObjectType({ description: 'What became of marking a notification.' })
export class NotificationPayload {
  @Field(() => NotificationType, { nullable: true, description: 'As it is now; null when there is none.' })
  notification: NotificationType | null;

  @Field(() => [UserError], { description: 'Empty when it was done.' })
  userErrors: UserError[];
}

@ObjectType({ description: 'A notification that arrived, and its place in the stream.' })
export class NotificationEvent {
  @Field(() => GraphQLCursor, { description: 'To go on from after an interruption.' })
  cursor: string;

  @Field(() => NotificationType, { description: 'What arrived.' })
  notification: NotificationType;
}
