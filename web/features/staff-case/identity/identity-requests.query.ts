import { graphql } from '../../../graphql/generated/index.ts';

/** Requests on one page. */
export const identityPageSize = 25;

export const IdentityRequestsQuery = graphql(`
  query IdentityRequests($list: IdentityRequestList!, $first: Int!, $after: Cursor) {
    identityRequests(list: $list, first: $first, after: $after) {
      totalCount
      pageInfo { hasNextPage endCursor }
      edges {
        node {
          id
          state
          reason
          requestedAt
          requestedBy { name holder { name } }
          decisionReason
          visibleUntil
          case { id reference subject entity { name } }
        }
      }
    }
  }
`);
