import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openRefusals } from './refusals.ts';

let path: string;
beforeEach(() => {
  path = join(mkdtempSync(join(tmpdir(), 'replay-')), 'lists', 'refused.csv');
});
afterEach(() => rmSync(join(path, '../..'), { recursive: true }));

const listed = () => readFileSync(path, 'utf8').trim().split('\n');
const refusal = (line: number, raw = 'a,b') => ({ line, sourceId: `id-${line}`, reason: 'is wrong', raw });

describe('the list of refused rows', () => {
  it('lists a row once, although a resumed replay reads it again', () => {
    openRefusals(path, true).add(refusal(3));
    const resumed = openRefusals(path, false);
    resumed.add(refusal(3));
    resumed.add(refusal(4));
    expect(listed()).toEqual([
      'line,record,reason,row',
      '"3","id-3","is wrong","a,b"',
      '"4","id-4","is wrong","a,b"',
    ]);
    expect(resumed.byReason()).toEqual([['is wrong', 2]]);
  });

  it('is begun anew with a new replay', () => {
    openRefusals(path, true).add(refusal(3));
    openRefusals(path, true).add(refusal(9));
    expect(listed()).toHaveLength(2);
  });

  it.each(['=1+1', '+1', '-1', '@x', '\tx'])('keeps a spreadsheet from running %j', (raw) => {
    openRefusals(path, true).add(refusal(1, raw));
    expect(readFileSync(path, 'utf8')).toContain(`"'${raw}"`);
  });

  it('counts reasons whatever figures and values are in them', () => {
    const refusals = openRefusals(path, true);
    refusals.add({ ...refusal(1), reason: 'DueDate is no date: "x"' });
    refusals.add({ ...refusal(2), reason: 'DueDate is no date: "y"' });
    expect(refusals.byReason()).toEqual([['DueDate is no date: …', 2]]);
  });
});
