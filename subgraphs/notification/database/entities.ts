import type { EntityClass } from '@bekhedmetkom/platform/database';
import { followerEntities, publisherEntities } from '@bekhedmetkom/platform/outbox-entities';
import { FollowingRow } from '../following/following.entity.ts';
import { MailAddressRow, MailRow } from '../mail/mail.entity.ts';
import { NotificationRow } from '../notification/notification.entity.ts';
import { EntityNameRow, PostRow } from '../post/post.entity.ts';
import { PreferenceRow } from '../preference/preference.entity.ts';

/** Every table of the notifications; those of jobs are graphile-worker's own, in a schema of their own. */
export const entities: EntityClass[] = [
  NotificationRow,
  MailRow,
  MailAddressRow,
  FollowingRow,
  PostRow,
  EntityNameRow,
  PreferenceRow,
  ...publisherEntities,
  ...followerEntities,
];
