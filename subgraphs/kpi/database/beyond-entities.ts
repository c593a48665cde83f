/**
 * What the schema has that entities cannot express, and why it is there. `drift.db.test.ts` finds whatever is missing
 * here, and whatever is here and no more in the schema.
 */
export const beyondEntities: Record<string, string> = {
  'partitioned table rollup': 'a question reads the sums of one length of period',
  'function add_bins': 'adds two histograms, bin by bin, in the statement that writes them',
};
