import { Fault } from '@bekhedmetkom/platform/errors';
import { encodeCursor, type LoggedEvent } from '@bekhedmetkom/platform/outbox';
import {
  type Connection,
  GraphQLCursor,
  keyOfGlobalId,
  keysetCursor,
  makeConnection,
  PageArgs,
  readKeyset,
  readPage,
} from '@bekhedmetkom/platform/subgraph';
import { Arg, Args, Ctx, ID, Int, Mutation, Query, Resolver, Root, Subscription } from 'type-graphql';
import { z } from 'zod';
import {
  countNotifications,
  listNotifications,
  markAllNotifications,
  markNotification,
} from '../notification/notification.repository.ts';
import { receivedPayload } from '../notification/notify.ts';
import { sayRefusal } from '../refusal/say-refusal.ts';
import type { Context } from './context.ts';
import { isNotificationKey, ownSubject } from './notification.policy.ts';
import {
  NotificationConnection,
  NotificationEvent,
  NotificationPayload,
  NotificationType,
} from './notification.type.ts';

const listKey = z.tuple([z.uuid()]);

@Resolver()
export class NotificationResolver {
  @Query(() => NotificationConnection, { description: 'The viewer’s own notifications, newest first.' })
  async notifications(
    @Arg('unreadOnly', () => Boolean, {
      defaultValue: false,
      nullable: true,
      description: 'Only those not read yet.',
    })
    unreadOnly: boolean | null,
    @Args(() => PageArgs) page: PageArgs,
    @Ctx() { viewer, database }: Context,
  ): Promise<Connection<NotificationType>> {
    const subject = ownSubject(viewer);
    const { limit, after } = readPage(page);
    const [before = null] = readKeyset(after, listKey) ?? [];
    const unread = unreadOnly ?? false;
    const rows = await listNotifications(database, subject, { unreadOnly: unread, limit, before });
    return makeConnection({
      rows,
      limit,
      continued: before !== null,
      toNode: (row) => NotificationType.of(row),
      toCursor: (row) => keysetCursor(row.id),
      count: () => countNotifications(database, subject, unread),
    });
  }

  @Mutation(() => NotificationPayload, { description: 'Marks one of the viewer’s own notifications.' })
  async markNotificationRead(
    @Arg('id', () => ID, { description: 'Of the notification.' }) id: string,
    @Arg('read', () => Boolean, {
      defaultValue: true,
      nullable: true,
      description: 'False marks it unread again.',
    })
    read: boolean | null,
    @Ctx() { viewer, database }: Context,
  ): Promise<NotificationPayload> {
    const subject = ownSubject(viewer);
    const key = keyOfGlobalId('Notification', id);
    const row = isNotificationKey(key) ? await markNotification(database, subject, key, read ?? true) : null;
    if (row) return { notification: NotificationType.of(row), userErrors: [] };
    const message = sayRefusal('no-notification', viewer.language);
    return { notification: null, userErrors: [{ field: ['id'], message, code: 'NOT_FOUND' }] };
  }

  @Mutation(() => Int, {
    description: 'Marks all of the viewer’s own notifications as read; gives how many were not.',
  })
  markAllNotificationsRead(@Ctx() { viewer, database }: Context): Promise<number> {
    return markAllNotifications(database, ownSubject(viewer));
  }

  @Subscription(() => NotificationEvent, {
    description: 'The viewer’s own notifications as they arrive; with `after` also those missed since.',
    subscribe: ({ args, context }: { args: { after?: string | null }; context: Context }) =>
      subscribeToOwn(context, args.after ?? null),
  })
  async notificationReceived(
    @Arg('after', () => GraphQLCursor, {
      nullable: true,
      description: 'The cursor of the last event that was seen.',
    })
    _after: string | null,
    @Root() event: LoggedEvent,
    @Ctx() { notifications }: Context,
  ): Promise<NotificationEvent> {
    const row = await notifications.load(event.key);
    // No refusal, which would end the stream: an event that nobody can read is skipped.
    if (!row) throw new Fault('INTERNAL_SERVER_ERROR', `event ${event.id} names no notification`);
    return { cursor: encodeCursor(event.position), notification: NotificationType.of(row) };
  }
}

function subscribeToOwn({ viewer, tail }: Context, after: string | null): AsyncIterableIterator<LoggedEvent> {
  const subject = ownSubject(viewer);
  return tail.subscribe({
    after,
    accept: ({ payload }) => receivedPayload.parse(payload).recipient === subject,
  });
}
