import { Fault } from '@bekhedmetkom/platform/errors';
import { federatedSchema, keyOfGlobalId } from '@bekhedmetkom/platform/subgraph';
import { MailAddressResolver } from './graph/address.resolver.ts';
import type { Context } from './graph/context.ts';
import { isNotificationKey } from './graph/notification.policy.ts';
import { NotificationResolver } from './graph/notification.resolver.ts';
import { NotificationType } from './graph/notification.type.ts';
import { PreferenceResolver } from './graph/preference.resolver.ts';
import { ViewerResolver, ViewerType } from './graph/viewer.resolver.ts';

interface Reference {
  id: string;
}

/** The schema of the notification subgraph; building it opens nothing. */
export function notificationSchema() {
  return federatedSchema({
    resolvers: [NotificationResolver, PreferenceResolver, MailAddressResolver, ViewerResolver],
    orphanedTypes: [ViewerType],
    referenceResolvers: { Notification: resolveNotification, Viewer: resolveViewer },
  });
}

async function resolveNotification({ id }: Reference, { notifications }: Context): Promise<NotificationType> {
  const key = keyOfGlobalId('Notification', id);
  const row = isNotificationKey(key) ? await notifications.load(key) : null;
  if (row) return NotificationType.of(row);
  throw new Fault('NOT_FOUND', 'There is no notification of this id.');
}

// Asynchronous, so that a refusal empties this one reference and not its neighbours.
async function resolveViewer({ id }: Reference, { viewer }: Context): Promise<ViewerType> {
  if (viewer.subject !== null && keyOfGlobalId('Viewer', id) === viewer.subject) return { id };
  throw new Fault('NOT_FOUND', 'There is no viewer of this id.');
}
