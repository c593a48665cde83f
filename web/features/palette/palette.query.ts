import { graphql } from '../../graphql/generated/index.ts';

/** Cases found while somebody types, of every state: open ones by their next deadline, closed ones behind them. */
export const PaletteCasesQuery = graphql(`
  query PaletteCases($text: String!, $first: Int!) {
    cases(filter: { text: $text }, orderBy: NEXT_BREACH, first: $first) {
      edges { node { id reference subject state } }
    }
  }
`);
