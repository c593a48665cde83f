import type { FigureTerms_KpiTermsFragment } from '../../graphql/generated/graphql.ts';
import { graphql } from '../../graphql/generated/index.ts';

/** The numbers by which figures are shown and compared: the graph tells them, no screen has any of its own. */
export const termsFragment = graphql(`
  fragment FigureTerms_KpiTerms on KpiTerms {
    fewestShown
    fewestRanked
    largeVolume
    middleVolume
  }
`);

export type FigureTerms = FigureTerms_KpiTermsFragment;
