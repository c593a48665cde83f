import { type ImportResult, importDocument, importShape } from '../graph/documents.ts';
import { type Graph, Refused } from '../graph/graph.ts';

export interface Outcome {
  reference: string | null;
  /** Null when the case is there. */
  refused: string | null;
}

/**
 * Imports a batch and gives one outcome per case, in order. When the whole batch is refused (one value in it
 * that the graph does not understand is enough), halves of it are tried, down to the one that is at fault.
 */
export async function importBatch(graph: Graph, records: Record<string, unknown>[]): Promise<Outcome[]> {
  try {
    const data = await graph.run(importShape, importDocument, { input: { records } });
    return records.map((_, index) => toOutcome(data.importCases.results[index]));
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    if (records.length === 1) return [{ reference: null, refused: error.message }];
    const middle = Math.ceil(records.length / 2);
    const first = await importBatch(graph, records.slice(0, middle));
    return [...first, ...(await importBatch(graph, records.slice(middle)))];
  }
}

function toOutcome(result: ImportResult | undefined): Outcome {
  if (!result) return { reference: null, refused: 'the gateway gave no answer for it' };
  const reasons = result.userErrors.map((error) => error.message);
  const refused = reasons.length > 0 || !result.reference ? reasons.join('; ') || 'was not imported' : null;
  return { reference: result.reference, refused };
}
