import { graphql } from '../../graphql/generated/index.ts';

/** The figures of the tiles, the league and the map. */
export const WallFiguresQuery = graphql(`
  query WallFigures(
    $today: WindowInput!
    $week: WindowInput!
    $thirtyDays: WindowInput!
    $filter: KpiFilter
  ) {
    today: kpis(window: $today, filter: $filter) { ...WallToday }
    week: kpis(window: $week, filter: $filter) { ...WallWeek }
    thirtyDays: kpis(window: $thirtyDays, filter: $filter) { ...WallThirtyDays }
    kpiTerms { ...FigureTerms_KpiTerms }
    league: kpiTable(window: $thirtyDays, by: [ENTITY], names: [DELAYED, RECEIVED], filter: $filter) {
      keys
      labels
      kpis { name value numerator denominator target }
    }
    map: kpiTable(window: $today, by: [GOVERNORATE], names: [OVERDUE_NOW], filter: $filter) {
      keys
      labels
      kpis { numerator }
    }
  }
`);

export const WallToday = graphql(`
  fragment WallToday on KpiSet {
    received: kpi(name: RECEIVED) { value previous differsFromPrevious asOf }
    overdue: kpi(name: OVERDUE_NOW) { value numerator denominator target asOf }
  }
`);

export const WallWeek = graphql(`
  fragment WallWeek on KpiSet {
    acknowledged: kpi(name: ACKNOWLEDGED_ON_TIME) { value target n }
  }
`);

export const WallThirtyDays = graphql(`
  fragment WallThirtyDays on KpiSet {
    satisfaction: kpi(name: SATISFACTION) { value previous differsFromPrevious target n }
  }
`);

/** The rows of the wall: what turns late next, what came last, and the counts that tell what waits. */
export const WallCasesQuery = graphql(`
  query WallCases($scope: CaseFilter!, $late: CaseFilter!, $next: CaseFilter!, $classify: CaseFilter!, $review: CaseFilter!, $soon: CaseFilter!, $unknown: CaseFilter!, $awaiting: CaseFilter!) {
    feedCursor
    late: cases(filter: $late, orderBy: NEXT_BREACH, first: 1) { edges { node { ...Breach_Case } } }
    next: cases(filter: $next, orderBy: NEXT_BREACH, first: 8) { edges { node { ...Breach_Case } } }
    newest: cases(filter: $scope, orderBy: NEWEST, first: 20) { edges { node { submittedAt ...FeedEntry_Case } } }
    classify: cases(filter: $classify, first: 1) { totalCount }
    review: cases(filter: $review, first: 1) { totalCount }
    soon: cases(filter: $soon, first: 1) { totalCount }
    unknown: cases(filter: $unknown, first: 1) { totalCount }
    awaiting: cases(filter: $awaiting, first: 1) { totalCount }
  }
`);

export const Breach_Case = graphql(`
  fragment Breach_Case on Case {
    id
    subject
    state
    entity { name }
    assigned: entity { code }
    holder { role }
    held: holder { id }
    sla { dueAt acknowledgeBy remainingWorkingMinutes remainingWorkingDays }
  }
`);

export const FeedEntry_Case = graphql(`
  fragment FeedEntry_Case on Case {
    id
    subject
    type
    state
    importance
    entity { name }
    assigned: entity { code }
    governorate { name }
    answer { outcome }
    sla { calendarVersion }
  }
`);

/** What changes seldom: the calendar by which countdowns tick, and how many entities there are. */
export const WallPlacesQuery = graphql(`
  query WallPlaces($from: LocalDate!, $to: LocalDate!) {
    calendar { hoursOpen hoursClose days(from: $from, to: $to) { date hoursOpen hoursClose } }
    entities(first: 1) { totalCount }
    programmes { restricted }
    governorates { code name }
  }
`);

export const WallFeedSubscription = graphql(`
  subscription WallFeed($filter: CaseFilter, $after: Cursor) {
    operationFeed(filter: $filter, after: $after) {
      cursor
      at
      action
      version
      case { ...FeedEntry_Case }
    }
  }
`);

export const WallTodaySubscription = graphql(`
  subscription WallTodayChanged($window: WindowInput!, $filter: KpiFilter) {
    kpiChanged(window: $window, names: [RECEIVED, OVERDUE_NOW], filter: $filter) {
      cursor
      kpis { ...WallToday }
    }
  }
`);

export const WallWeekSubscription = graphql(`
  subscription WallWeekChanged($window: WindowInput!, $filter: KpiFilter) {
    kpiChanged(window: $window, names: [ACKNOWLEDGED_ON_TIME], filter: $filter) {
      cursor
      kpis { ...WallWeek }
    }
  }
`);

export const WallThirtyDaysSubscription = graphql(`
  subscription WallThirtyDaysChanged($window: WindowInput!, $filter: KpiFilter) {
    kpiChanged(window: $window, names: [SATISFACTION], filter: $filter) {
      cursor
      kpis { ...WallThirtyDays }
    }
  }
`);
