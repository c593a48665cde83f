import { graphql } from '../../../graphql/generated/index.ts';

/** Every change of a case that the viewer's posts may see. One stream for all open pages of a staff member. */
export const StaffFeedSubscription = graphql(`
  subscription StaffFeed($after: Cursor) {
    operationFeed(after: $after) {
      cursor
      at
      action
      version
      case { ...InboxRow_Case }
    }
  }
`);

/** That something was notified; how much is unread is asked of the server each time. */
export const StaffBellSubscription = graphql(`
  subscription StaffBell($after: Cursor) {
    notificationReceived(after: $after) { cursor }
  }
`);
