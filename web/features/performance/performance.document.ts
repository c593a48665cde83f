import { graphql } from '../../graphql/generated/index.ts';

export const performanceDocument = graphql(`
  query Performance($window: WindowInput!, $filter: KpiFilter, $series: KpiDimension!) {
    calendar {
      hoursOpen
      hoursClose
    }
    sectors {
      code
      name
    }
    governorates {
      code
      name
    }
    programmes {
      ...FigureScope_ProgrammeDetails
    }
    kpiTerms {
      ...FigureTerms_KpiTerms
    }
    kpis(window: $window, filter: $filter) {
      delayed: kpi(name: DELAYED) {
        target
      }
      all {
        asOf
      }
      ...FigureTiles_KpiSet
      ...Definitions_KpiSet
    }
    flow: kpiTable(window: $window, by: [$series], names: [RECEIVED, CLOSED_FLOW], filter: $filter) {
      ...FlowChart_KpiRow
    }
    byGovernorate: kpiTable(window: $window, by: [GOVERNORATE], names: [DELAYED], filter: $filter) {
      ...GovernorateMap_KpiRow
    }
    byEntity: kpiTable(
      window: $window
      by: [ENTITY]
      names: [RECEIVED, DELAYED, SATISFACTION, MEDIAN_TIME_TO_RESOLVE]
      filter: $filter
      first: 300
    ) {
      ...EntityTable_KpiRow
    }
  }
`);
