import { graphql } from '../../graphql/generated/index.ts';

/** Parts on one page. */
export const partsPageSize = 25;

export const PartsQuery = graphql(`
  query Parts($filter: ContributionFilter!, $first: Int!, $after: Cursor) {
    contributions(filter: $filter, first: $first, after: $after) {
      totalCount
      pageInfo { hasNextPage endCursor }
      edges {
        node {
          id
          number
          question
          requestedAt
          dueAt
          state
          answer
          answeredAt
          withdrawalReason
          entity { code name }
          requestedBy { id name entity { code name } }
          case { id reference subject }
        }
      }
    }
  }
`);
