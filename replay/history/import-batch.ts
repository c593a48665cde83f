import { type ImportResult, importDocument, importShape } from '../graph/documents.ts';
import { type Graph, Refused } from '../graph/graph.ts';

export interface Outcome {
  reference: string | null;
  /** Null when the case is there. */
  refused: string | null;
  /** What the case does without, each with its reason. */
  dropped: string[];
}

type Fields = Record<string, unknown>;

/** What a case can do without, and what has to go with it. */
const optional: Record<string, readonly string[]> = {
  point: ['point'],
  district: ['district'],
  governorateCode: ['governorateCode'],
  categoryCode: ['categoryCode'],
  dueAt: ['dueAt'],
  acknowledgedAt: ['acknowledgedAt', 'startedAt'],
  startedAt: ['startedAt'],
  publishedAt: ['publishedAt', 'closedAt', 'outcome', 'answer'],
  closedAt: ['publishedAt', 'closedAt', 'outcome', 'answer'],
  withdrawnAt: ['withdrawnAt'],
};

/**
 * Imports a batch and gives one outcome per case, in order. A case that is refused for fields that it can do without is
 * sent once more without them. When the whole batch is refused (one value in it that the graph does not understand is
 * enough), halves of it are tried, down to the one that is at fault.
 */
export async function importBatch(graph: Graph, records: Fields[]): Promise<Outcome[]> {
  const results = await send(graph, records);
  const outcomes = results.map(toOutcome);
  const again = results.flatMap((result, index) => {
    const without = refusedFields(result);
    return without.length > 0 ? [{ index, record: omit(records[index] ?? {}, without) }] : [];
  });
  if (again.length === 0) return outcomes;
  const second = await send(
    graph,
    again.map(({ record }) => record),
  );
  for (const [at, { index }] of again.entries()) {
    const outcome = toOutcome(second[at] ?? 'the gateway gave no answer for it');
    // What the first attempt said is what is wrong with the record.
    if (outcome.refused === null) outcomes[index] = { ...outcome, dropped: reasonsOf(results[index]) };
  }
  return outcomes;
}

/** One result for each record, or the words with which it was refused alone. */
async function send(graph: Graph, records: Fields[]): Promise<(ImportResult | string)[]> {
  try {
    const { importCases } = await graph.run(importShape, importDocument, { input: { records } });
    return records.map((_, index) => importCases.results[index] ?? 'the gateway gave no answer for it');
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    if (records.length === 1) return [error.message];
    const middle = Math.ceil(records.length / 2);
    return [...(await send(graph, records.slice(0, middle))), ...(await send(graph, records.slice(middle)))];
  }
}

function toOutcome(result: ImportResult | string): Outcome {
  if (typeof result === 'string') return { reference: null, refused: result, dropped: [] };
  const reasons = result.userErrors.map((error) => error.message);
  const refused = reasons.length > 0 || !result.reference ? reasons.join('; ') || 'was not imported' : null;
  return { reference: result.reference, refused, dropped: [] };
}

/** All that is wrong with a record, when it can do without all of it; else nothing. */
function refusedFields(result: ImportResult | string): string[] {
  if (typeof result === 'string') return [];
  const without = result.userErrors.map(({ field }) => optional[field?.[0] ?? '']);
  return without.every((fields) => fields !== undefined) ? without.flat() : [];
}

function reasonsOf(result: ImportResult | string | undefined): string[] {
  if (result === undefined || typeof result === 'string') return [];
  return result.userErrors.map(({ field, message }) => `${field?.[0]}: ${message}`);
}

function omit(record: Fields, names: readonly string[]): Fields {
  return Object.fromEntries(Object.entries(record).filter(([name]) => !names.includes(name)));
}
