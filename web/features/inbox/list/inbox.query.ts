import { graphql } from '../../../graphql/generated/index.ts';

/** Rows on one page of the inbox. */
export const inboxPageSize = 25;

/** One page of the inbox, by next deadline, within what the viewer may see. */
export const InboxQuery = graphql(`
  query Inbox($filter: CaseFilter!, $first: Int!, $after: Cursor) {
    cases(filter: $filter, orderBy: NEXT_BREACH, first: $first, after: $after) {
      totalCount
      pageInfo { hasNextPage endCursor }
      edges { node { ...InboxRow_Case ...InboxActions_Case } }
    }
  }
`);

/** Which of these cases the list holds, wherever in it. */
export const InboxStillQuery = graphql(`
  query InboxStill($filter: CaseFilter!, $first: Int!) {
    cases(filter: $filter, orderBy: NEXT_BREACH, first: $first) {
      edges { node { ...InboxRow_Case ...InboxActions_Case } }
    }
  }
`);

/** The same by entity: some entities, those with the most cases first, and some cases of each. */
export const InboxByEntityQuery = graphql(`
  query InboxByEntity($filter: CaseFilter!, $entities: Int!, $skip: Int!, $behind: Int!, $rows: Int!) {
    cases(filter: $filter, first: 1) { totalCount }
    caseGroups(filter: $filter, first: $entities, skip: $skip) {
      assigned: entity { code }
      count
      cases(first: $rows, orderBy: NEXT_BREACH) { edges { node { ...InboxRow_Case ...InboxActions_Case } } }
    }
    behind: caseGroups(filter: $filter, first: 1, skip: $behind) { count }
  }
`);

/** How many cases of a list stand under each heading, and how many closed ones a search finds besides. */
export const InboxCountsQuery = graphql(`
  query InboxCounts(
    $overdue: CaseFilter!
    $today: CaseFilter!
    $later: CaseFilter!
    $paused: CaseFilter!
    $stopped: CaseFilter!
    $closed: CaseFilter
    $searches: Boolean!
  ) {
    overdue: cases(filter: $overdue, first: 1) { totalCount }
    today: cases(filter: $today, first: 1) { totalCount }
    later: cases(filter: $later, first: 1) { totalCount }
    paused: cases(filter: $paused, first: 1) { totalCount }
    stopped: cases(filter: $stopped, first: 1) { totalCount }
    closed: cases(filter: $closed, first: 1) @include(if: $searches) { totalCount }
  }
`);

/** What the filters of a list choose from. */
export const InboxChoicesQuery = graphql(`
  query InboxChoices($wide: Boolean!) {
    sectors { code name entities(first: 100) @include(if: $wide) { edges { node { code name } } } }
    governorates { code name }
    categories { code name sector { code } }
  }
`);

/** One page of the answers that wait for a score. */
export const ScoringQuery = graphql(`
  query ScoringInbox($first: Int!, $after: Cursor) {
    cases: scoringQueue(first: $first, after: $after) {
      totalCount
      pageInfo { hasNextPage endCursor }
      edges { node { ...InboxRow_Case ...InboxActions_Case } }
    }
  }
`);

/** The filters that the viewer gave names to. */
export const SavedViewsQuery = graphql(`
  query SavedViews {
    savedViews {
      id
      name
      filter {
        appealed assignee category channel awaitsMyDecision due { from to } entity escalatedToMe escalation governorate ids importance incoming
        mine open overdue pillar programme proposal cycleSubmitted { from to } sector sla state
        submitted { from to } text type unassigned
      }
    }
  }
`);

export const SaveViewMutation = graphql(`
  mutation SaveView($input: SaveViewInput!) {
    saveView(input: $input) { view { id } userErrors { field message code } }
  }
`);

export const RemoveViewMutation = graphql(`
  mutation RemoveView($id: ID!) {
    removeView(id: $id) { userErrors { field message code } }
  }
`);

/** Who may be given the cases of an entity. */
export const BulkPostsQuery = graphql(`
  query BulkPosts($entity: String!) {
    entity(code: $entity) { code name posts { id role name unit { name } holder { name } } }
  }
`);

/** Where cases may be transferred to. */
export const BulkEntitiesQuery = graphql(`
  query BulkEntities {
    sectors { code name entities(first: 100) { edges { node { code name } } } }
  }
`);

export const AssignCasesMutation = graphql(`
  mutation AssignCases($items: [BulkItem!]!, $assigneePostId: ID!) {
    assignCases(items: $items, assigneePostId: $assigneePostId) { ...BulkOutcome }
  }
`);

export const StartCasesMutation = graphql(`
  mutation StartCases($items: [BulkItem!]!) {
    startCases(items: $items) { ...BulkOutcome }
  }
`);

export const TransferCasesMutation = graphql(`
  mutation TransferCases($items: [BulkItem!]!, $toEntityCode: String!, $reason: String!) {
    transferCases(items: $items, toEntityCode: $toEntityCode, reason: $reason) { ...BulkOutcome }
  }
`);

export const UndoBulkMutation = graphql(`
  mutation UndoBulk($items: [BulkUndoInput!]!) {
    undoBulk(items: $items) { ...BulkOutcome }
  }
`);

export const BulkOutcome = graphql(`
  fragment BulkOutcome on BulkPayload {
    results { caseId case { ...InboxRow_Case ...InboxActions_Case } userErrors { message code } }
    undo { caseId expectedVersion assigneePostId }
    userErrors { message code }
  }
`);
