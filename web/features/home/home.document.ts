import { graphql } from '../../graphql/generated/index.ts';

export const homeDocument = graphql(`
  query Home($window: WindowInput!, $wall: WindowInput!) {
    programmes {
      ...FigureScope_ProgrammeDetails
    }
    kpiTerms {
      ...FigureTerms_KpiTerms
    }
    kpis(window: $window) {
      delayed: kpi(name: DELAYED) {
        ...Figure_Kpi
      }
      median: kpi(name: MEDIAN_TIME_TO_RESOLVE) {
        ...Figure_Kpi
      }
      satisfaction: kpi(name: SATISFACTION) {
        ...Figure_Kpi
      }
    }
    calendar {
      hoursOpen
      hoursClose
    }
    sectors {
      entities(first: 100) {
        edges {
          node {
            code
          }
        }
      }
    }
    byEntity: kpiTable(window: $wall, by: [ENTITY], names: [DELAYED], first: 300) {
      keys
      kpis {
        value
        suppressed
      }
    }
  }
`);
