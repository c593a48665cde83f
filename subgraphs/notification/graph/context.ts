import type { Database } from '@bekhedmetkom/platform/database';
import type { LogSubscription } from '@bekhedmetkom/platform/outbox';
import type { RequestContext } from '@bekhedmetkom/platform/subgraph';
import type { AddressKeys } from '../mail/address-key.ts';
import type { NotificationLoader } from '../notification/notification.loader.ts';

/** What resolvers are handed, made anew per request and per event of a stream. */
export interface Context extends RequestContext {
  database: Database;
  tail: LogSubscription;
  addressKeys: AddressKeys;
  /** The viewer's own notifications by key; another's are null, like those that never were. */
  notifications: NotificationLoader;
}
