import { graphql } from '../../graphql/generated/index.ts';

export const StaffNotificationsQuery = graphql(`
  query StaffNotifications($after: Cursor) {
    viewer {
      id
      unreadNotifications
    }
    notificationPreferences {
      ...PreferencesForm_Preferences
    }
    notifications(first: 40, after: $after) {
      pageInfo { hasNextPage endCursor }
      edges {
        node {
          id
          at
          title
          body
          readAt
          case { reference subject }
        }
      }
    }
  }
`);
