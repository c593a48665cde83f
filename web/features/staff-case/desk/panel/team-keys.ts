/** Forms of the case page that are no steps of the case, by the id of what holds them, and the key of each. */
export const teamKeys = {
  addNote: 'KeyN',
  addFollowUp: 'KeyF',
  settleFollowUp: 'KeyL',
  requestIdentity: 'KeyH',
  decideIdentity: 'KeyH',
} as const;
export type TeamPart = keyof typeof teamKeys;

/** The parts that a key opens, the first that stands on the page counts. */
export function teamPartsOfKey(code: string): TeamPart[] {
  return (Object.keys(teamKeys) as TeamPart[]).filter((part) => teamKeys[part] === code);
}
