/** Reads a CSV file row by row, and loses none: a row that cannot be read is handed out with its reason. */
import { createReadStream } from 'node:fs';
import { parse } from 'csv-parse/sync';

export interface Row {
  /** Number of the row's first line in the file, from 1 (the header). */
  line: number;
  fields: Record<string, string>;
}
export interface BadRow {
  line: number;
  reason: string;
  raw: string;
}

interface Line {
  number: number;
  text: string;
}

/** A quoted field may go on over lines, but a quotation mark that stays open so long was never meant. */
const maxRow = 100;

/**
 * Yields the rows of a CSV file with a header, in order, holding one at a time. A row that cannot be read
 * costs only its own line: reading goes on with the next one. `from` skips the lines before it.
 */
export async function* readRows(path: string, from = 1): AsyncGenerator<Row | BadRow> {
  const lines = new Lines(path);
  try {
    const header = await readHeader(lines);
    for (let first = await lines.next(); first; first = await lines.next()) {
      if (first.number < from || first.text.trim() === '') continue;
      yield await readRow(first, lines, header);
    }
  } finally {
    lines.close();
  }
}

/** Gives the names of a file's columns. Throws when there is no header. */
export async function readColumns(path: string): Promise<string[]> {
  const lines = new Lines(path);
  try {
    return await readHeader(lines);
  } finally {
    lines.close();
  }
}

async function readHeader(lines: Lines): Promise<string[]> {
  const first = await lines.next();
  const header = first && cells(first.text.replace(/^\ufeff/, ''));
  if (!header || 'reason' in header) throw new Error('the file has no header line that can be read');
  return header.cells.map((name) => name.trim());
}

async function readRow(first: Line, lines: Lines, header: string[]): Promise<Row | BadRow> {
  const taken = [first];
  let open = opensQuote(first.text);
  while (open && taken.length < maxRow) {
    const more = await lines.next();
    if (!more) break;
    taken.push(more);
    open = open !== opensQuote(more.text);
  }
  const read = open
    ? { reason: 'a quotation mark is opened and never closed' }
    : cells(taken.map((line) => line.text).join('\n'));
  const reason = 'reason' in read ? read.reason : mistakeOf(read.cells, header);
  if (reason === null && 'cells' in read) {
    const fields = Object.fromEntries(header.map((name, index) => [name, read.cells[index] ?? '']));
    return { line: first.number, fields };
  }
  lines.putBack(taken.slice(1));
  return { line: first.number, reason: reason ?? 'cannot be read', raw: first.text };
}

function mistakeOf(found: string[], header: string[]): string | null {
  if (found.length !== header.length) return `has ${found.length} cells, the header has ${header.length}`;
  if (found.some((cell) => cell.includes('\ufffd'))) return 'holds bytes that are not UTF-8';
  return null;
}

const opensQuote = (text: string) => (text.split('"').length - 1) % 2 === 1;

function cells(text: string): { cells: string[] } | { reason: string } {
  try {
    const [found] = parse(text, { relax_column_count: true });
    return { cells: found ?? [] };
  } catch (error) {
    return { reason: error instanceof Error ? error.message.replace(/ at line \d+.*$/s, '') : String(error) };
  }
}

/** The lines of a file: only LF, CRLF and CR end one. (`node:readline` also ends it at U+2028, which cells may hold.) */
async function* linesOf(stream: AsyncIterable<string>): AsyncGenerator<string> {
  let rest = '';
  for await (const chunk of stream) {
    const lines = (rest + chunk).split(/\r\n|\n|\r(?!$)/);
    rest = lines.pop() ?? '';
    yield* lines;
  }
  if (rest !== '') yield rest.replace(/\r$/, '');
}

class Lines {
  readonly #stream;
  readonly #iterator;
  #returned: Line[] = [];
  #number = 0;

  constructor(path: string) {
    this.#stream = createReadStream(path, 'utf8');
    this.#iterator = linesOf(this.#stream);
  }

  async next(): Promise<Line | null> {
    const returned = this.#returned.shift();
    if (returned) return returned;
    const next = await this.#iterator.next();
    if (next.done) return null;
    this.#number += 1;
    return { number: this.#number, text: next.value };
  }

  putBack(lines: Line[]): void {
    this.#returned = [...lines, ...this.#returned];
  }

  close(): void {
    this.#stream.destroy();
  }
}
