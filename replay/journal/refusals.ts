/** Rows that did not become cases, or cells that were dropped, each with its line and its reason: none is lost silently. */
import { appendFileSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

interface Refusal {
  line: number;
  sourceId: string | null;
  reason: string;
  /** The row as it stands in the file, or its cells as JSON. */
  raw: string;
}

/** One cell of CSV; what a spreadsheet would take for a formula is made text. */
function csvCell(value: string): string {
  const inert = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
  return `"${inert.replaceAll('"', '""')}"`;
}

export interface Refusals {
  add(refusal: Refusal): void;
  readonly count: number;
  /** How many rows had which reason, most frequent first. Figures and quoted values do not tell reasons apart. */
  byReason(): [string, number][];
}

/** Opens the list. With `fresh` an older list of the same name is begun anew, else it is continued. */
export function openRefusals(path: string, fresh: boolean): Refusals {
  const reasons = new Map<string, number>();
  let count = 0;
  let begun = !fresh && existsSync(path);
  // A resumed replay reads some rows again; each stands in the list once.
  const listed = new Set(
    begun ? readFileSync(path, 'utf8').match(/^"\d+","(?:[^"]|"")*","(?:[^"]|"")*"/gm) : [],
  );

  return {
    add({ line, sourceId, reason, raw }) {
      if (!begun) {
        mkdirSync(dirname(path), { recursive: true });
        writeFileSync(path, 'line,record,reason,row\n');
        begun = true;
      }
      const cells = [String(line), sourceId ?? '', reason, raw].map(csvCell);
      if (!listed.has(cells.slice(0, 3).join(','))) appendFileSync(path, `${cells.join(',')}\n`);
      const kind = reason.replace(/"[^"]*"|\([^)]*\)/g, '…');
      reasons.set(kind, (reasons.get(kind) ?? 0) + 1);
      count += 1;
    },
    get count() {
      return count;
    },
    byReason: () => [...reasons].toSorted((a, b) => b[1] - a[1]),
  };
}
