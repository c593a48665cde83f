import { graphql } from '../../graphql/generated/index.ts';

/** Rows on one page of the inbox. */
export const inboxPageSize = 25;

/** One page of the inbox, by next breach, within what the viewer may see. */
export const InboxQuery = graphql(`
  query Inbox($filter: CaseFilter!, $first: Int!, $after: Cursor) {
    cases(filter: $filter, orderBy: NEXT_BREACH, first: $first, after: $after) {
      totalCount
      pageInfo { hasNextPage endCursor }
      edges { node { ...InboxRow_Case } }
    }
  }
`);
