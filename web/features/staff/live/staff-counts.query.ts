import { graphql } from '../../../graphql/generated/index.ts';

/** How many cases each view of the rail holds. */
export const StaffCountsQuery = graphql(`
  query StaffCounts(
    $unknown: Boolean!
    $incoming: Boolean!
    $proposals: Boolean!
    $appeals: Boolean!
    $escalatedToMe: Boolean!
    $scoring: Boolean!
    $parts: Boolean!
    $identity: Boolean!
  ) {
    next: cases(filter: { open: true }, first: 1) { totalCount }
    mine: cases(filter: { open: true, mine: true }, first: 1) { totalCount }
    classify: cases(filter: { state: [SUBMITTED] }, first: 1) { totalCount }
    unknown: cases(filter: { state: [SUBMITTED], entity: [""] }, first: 1) @include(if: $unknown) { totalCount }
    incoming: cases(filter: { incoming: true }, first: 1) @include(if: $incoming) { totalCount }
    proposals: cases(filter: { awaitsMyDecision: true }, first: 1) @include(if: $proposals) { totalCount }
    appeals: cases(filter: { appealed: true }, first: 1) @include(if: $appeals) { totalCount }
    review: cases(filter: { state: [PENDING_REVIEW] }, first: 1) { totalCount }
    overdue: cases(filter: { open: true, overdue: true }, first: 1) { totalCount }
    escalatedToMe: cases(filter: { open: true, escalatedToMe: true }, first: 1) @include(if: $escalatedToMe) { totalCount }
    escalated: cases(filter: { open: true, escalation: [L1, L2, L3, L4] }, first: 1) { totalCount }
    scoring: scoringQueue(first: 1) @include(if: $scoring) { totalCount }
    contributions(filter: { mine: true, state: [OPEN] }, first: 1) @include(if: $parts) { totalCount }
    identityRequests(list: TO_DECIDE, first: 1) @include(if: $identity) { totalCount }
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
