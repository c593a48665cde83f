import { graphql } from '../../graphql/generated/index.ts';

/** How many cases each view of the rail holds. */
export const StaffCountsQuery = graphql(`
  query StaffCounts($unknown: Boolean!) {
    next: cases(filter: { open: true }, first: 1) { totalCount }
    mine: cases(filter: { open: true, mine: true }, first: 1) { totalCount }
    classify: cases(filter: { state: [SUBMITTED] }, first: 1) { totalCount }
    unknown: cases(filter: { state: [SUBMITTED], entity: [""] }, first: 1) @include(if: $unknown) { totalCount }
    review: cases(filter: { state: [PENDING_REVIEW] }, first: 1) { totalCount }
    overdue: cases(filter: { open: true, overdue: true }, first: 1) { totalCount }
  }
`);

/** How many notifications the viewer has not read. */
export const UnreadQuery = graphql(`
  query UnreadNotifications { viewer { id unreadNotifications } }
`);

/** Where the log of changes stands now: what the live line follows on from. */
export const FeedCursorQuery = graphql(`
  query FeedCursor { feedCursor }
`);
