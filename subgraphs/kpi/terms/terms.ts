/** The numbers by which figures are shown, compared and told: configuration, kept in the tables. */
export interface FigureTerms {
  /** Working days after which an answer can no longer be reopened: then the figure REOPENED counts it. */
  maturityWorkingDays: number;
  /** The public is shown no figure that rests on fewer cases, unless it is none. */
  fewestShown: number;
  /** What rests on fewer is not ranked. */
  fewestRanked: number;
  /** More cycles than this in a window make a large entity, this many or more than `middleVolume` a middle one. */
  largeVolume: number;
  middleVolume: number;
  /** Questions that one caller may watch at a time. */
  watchedQuestions: number;
}

/** What counts until the tables say otherwise. */
export const usualTerms: FigureTerms = {
  maturityWorkingDays: 10,
  fewestShown: 5,
  fewestRanked: 30,
  largeVolume: 200,
  middleVolume: 50,
  watchedQuestions: 20,
};
