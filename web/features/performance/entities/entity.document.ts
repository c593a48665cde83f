import { graphql } from '../../../graphql/generated/index.ts';

export const entityDocument = graphql(`
  query EntityPerformance($code: String!, $window: WindowInput!, $year: WindowInput!, $filter: KpiFilter!) {
    calendar {
      hoursOpen
      hoursClose
    }
    programmes {
      ...FigureScope_ProgrammeDetails
    }
    kpiTerms {
      ...FigureTerms_KpiTerms
    }
    entity(code: $code) {
      code
      name
      validTo
      sector {
        name
      }
      parent {
        code
        name
      }
      children {
        code
        name
      }
      successor {
        code
        name
      }
      kpis(window: $window) {
        all {
          asOf
        }
        ...FigureTiles_KpiSet
        ...Definitions_KpiSet
      }
    }
    trend: kpiTable(window: $year, by: [MONTH], names: [DELAYED], filter: $filter) {
      ...OnTimeTrend_KpiRow
    }
    flow: kpiTable(window: $year, by: [MONTH], names: [RECEIVED, CLOSED_FLOW], filter: $filter) {
      ...FlowChart_KpiRow
    }
  }
`);
