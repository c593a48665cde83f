/**
 * What a case is counted by. The order gives each its digit in a aggregate's number (rollup/aggregate.ts) and must
 * never change; a new one goes at the end.
 */
export const axes = [
  'entity',
  'governorate',
  'category',
  'type',
  'pillar',
  'importance',
  'channel',
  'applicantKind',
  'programme',
] as const;

export type Axis = (typeof axes)[number];

/** Where a cycle stands on each axis; '' where it is not set or not known. */
export type Coordinates = Record<Axis, string>;

/** The column that holds an axis in the table of cycles. */
export const columnOf: Record<Axis, string> = {
  entity: 'entity',
  governorate: 'governorate',
  category: 'category',
  type: 'type',
  pillar: 'pillar',
  importance: 'importance',
  channel: 'channel',
  applicantKind: 'applicant_kind',
  programme: 'programme',
};
