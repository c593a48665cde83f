import { holds, type Viewer } from '@bekhedmetkom/platform/auth';
import type { Channel } from '@bekhedmetkom/schema/events/vocabulary';

/** Roles that file through a channel of their own. */
const channelsOfRoles: readonly (readonly [role: string, channel: Channel])[] = [
  ['CONTACT_CENTRE', 'CONTACT_CENTRE'],
];

/**
 * The channel of a submission: by the role of who files it, never as a client claims. Only an importer says how the
 * records of another system arrived.
 */
export function channelOf(viewer: Viewer, claimed: Channel | null | undefined): Channel {
  if (holds(viewer, 'IMPORTER')) return claimed ?? 'PARTNER';
  return channelsOfRoles.find(([role]) => holds(viewer, role))?.[1] ?? 'WEB';
}
