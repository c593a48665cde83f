import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readColumns, readRows } from './read-rows.ts';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'replay-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

async function read(text: string | Buffer, from?: number) {
  const path = join(folder, 'rows.csv');
  writeFileSync(path, text);
  const rows = [];
  for await (const row of readRows(path, from)) {
    rows.push(
      'reason' in row ? `${row.line}: ${row.reason}` : `${row.line}: ${Object.values(row.fields).join('|')}`,
    );
  }
  return rows;
}

describe('reading a CSV file', () => {
  it('reads quoted cells, commas, quotes and line breaks in them, and counts lines', async () => {
    expect(await read('id,text\r\n1,"a, ""b"""\r\n2,"over\r\ntwo lines"\r\n\r\n3,c\r\n')).toEqual([
      '2: 1|a, "b"',
      '3: 2|over\ntwo lines',
      '6: 3|c',
    ]);
  });

  it('ignores the mark some programs put before the header', async () => {
    writeFileSync(join(folder, 'bom.csv'), '\ufeffid,text\n1,a\n');
    expect(await readColumns(join(folder, 'bom.csv'))).toEqual(['id', 'text']);
  });

  it('lists a row with too few cells, and goes on', async () => {
    expect(await read('id,text\n1\n2,b\n')).toEqual(['2: has 1 cells, the header has 2', '3: 2|b']);
  });

  it('loses only its own line to a quotation mark that is never closed', async () => {
    const good = Array.from({ length: 300 }, (_, index) => `${index},ok`);
    const rows = await read(`id,text\n0,"open\n${good.join('\n')}\n`);
    expect(rows[0]).toBe('2: a quotation mark is opened and never closed');
    expect(rows.slice(1)).toEqual(good.map((row, index) => `${index + 3}: ${row.replace(',', '|')}`));
  });

  it('loses only their own lines to two such rows', async () => {
    expect(await read('id,text\n1,"open\n2,b\n3,also "open\n4,d\n')).toEqual([
      expect.stringMatching(/^2: /),
      '3: 2|b',
      expect.stringMatching(/^4: /),
      '5: 4|d',
    ]);
  });

  it('lists a row whose bytes are no text', async () => {
    expect(
      await read(
        Buffer.concat([Buffer.from('id,text\n1,'), Buffer.from([0xc3, 0x28]), Buffer.from('\n2,b\n')]),
      ),
    ).toEqual(['2: holds bytes that are not UTF-8', '3: 2|b']);
  });

  it.each(['\u2028', '\u2029', '\u0085', '\u000b', '\u000c'])('does not end a row at %j', async (mark) => {
    expect(await read(`id,text\n1,a${mark}b\n2,c\n`)).toEqual([`2: 1|a${mark}b`, '3: 2|c']);
  });

  it('ends a row at CRLF, LF and CR, also where the file is read in pieces', async () => {
    const long = 'x'.repeat(65_535 - 'id,text\r\n1,'.length);
    expect(await read(`id,text\r\n1,${long}\r\n2,b\r3,c`)).toEqual([`2: 1|${long}`, '3: 2|b', '4: 3|c']);
  });

  it('goes on from a line', async () => {
    expect(await read('id,text\n1,a\n2,b\n3,c\n', 4)).toEqual(['4: 3|c']);
  });

  it('refuses a file without a header', async () => {
    await expect(read('')).rejects.toThrow('no header');
  });
});
