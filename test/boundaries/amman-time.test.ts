import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

/** Ways of writing the time of Amman again instead of asking `time/amman.ts`; each was wrong somewhere. */
const forbidden: [pattern: RegExp, instead: string][] = [
  [/\b[gs]etUTC(Full|Day|Date|Month|Hours|Minutes)/, 'parseDay, weekday, monthFrom … of time/amman'],
  [/\.[gs]et(FullYear|Day|Date|Month|Hours|Minutes)\(/, 'dayOf, ammanDay … of time/amman'],
  [/\+0[23]:00/, 'writeAmman, noonOf or instantAt of time/amman'],
  [/new Intl\.DateTimeFormat/, 'ammanFormat of time/amman'],
  [/(?<!at time zone )['"]Asia\/Amman['"]/, 'ammanTimeZone of time/amman'],
  [/interval '3 hours'|\b3 \* (60|hour|3_?600)|\b10_?800(_?000)?\b/, 'ammanOffsetMinutes of time/amman'],
  [/toISOString\(\)\s*\.slice\(0, ?(4|7|10)\)/, 'ammanDay or formatDay of time/amman'],
];

/** Days of UTC on purpose. */
const allowed = new Map([
  ['gateway/limits/client-key.ts', 'a secret changes once a day, whichever day'],
  ['replay/fetch/311-samples.ts', 'dates of another city'],
  ['replay/record/dates.ts', 'wall times of whichever zone a file was kept in'],
]);

function offencesIn(path: string, text: string): string[] {
  return text.split('\n').flatMap((line, index) => {
    const code = line.replace(/^\s*(\*|\/\/|\/\*).*$/, '').replace(/\s\/\/ .*$/, '');
    return forbidden
      .filter(([pattern]) => pattern.test(code))
      .map(([, instead]) => `${path}:${index + 1}: use ${instead}`);
  });
}

/** Scripts of the browser and what they are made of: the device's clock is not to be asked. */
const ofBrowser = /^web\/.*\.island\.tsx?$|^web\/features\/(staff-case\/desk|inbox\/belongs|wall\/)/;
/** Measures how long something took, or is the server's part. */
const mayAskDevice = [
  'web/features/staff-case/desk/actions/desk.actions.ts',
  'web/features/staff/live/throttled.ts',
  'web/features/staff/connection/connection-gate.ts',
  'web/features/staff/connection/gateway-link.island.ts',
];

const sources = execFileSync(
  'git',
  ['ls-files', '--cached', '--others', '--exclude-standard', '*.ts', '*.tsx'],
  {
    encoding: 'utf8',
  },
)
  .split('\n')
  .filter((path) => /^(gateway|identity|platform|replay|schema|start|subgraphs|text|web)\//.test(path))
  .filter((path) => !/(\.test\.tsx?$)|(\/testing\/)|(\/generated\/)|(\/migrations\/)/.test(path));

describe('the time of Amman', () => {
  it('is reckoned in one module only', () => {
    const offences = sources
      .filter((path) => !allowed.has(path))
      .flatMap((path) => offencesIn(path, readFileSync(path, 'utf8')));
    expect(offences).toEqual([]);
    expect(sources.length).toBeGreaterThan(500);
  });

  it('is asked of the server by every script of the browser', () => {
    const offences = sources
      .filter((path) => ofBrowser.test(path) && !mayAskDevice.includes(path))
      .filter((path) => /Date\.now\(\)|new Date\(\)/.test(readFileSync(path, 'utf8')))
      .map((path) => `${path}: use serverNow of features/staff/live/server-time`);
    expect(offences).toEqual([]);
  });

  it.each([
    ['const day = new Date(at).getUTCDay();'],
    ['const hour = new Date().getHours();'],
    ["const at = Date.parse('2018-01-01T12:00:00+03:00');"],
    ["new Intl.DateTimeFormat(locale, { day: 'numeric' })"],
    ["const zone = 'Asia/Amman';"],
    ["select date_trunc('day', at at time zone interval '3 hours')"],
    ['const offset = 3 * 3_600_000;'],
    ['new Date(at).toISOString().slice(0, 10)'],
  ])('is found where it is written again: %s', (line) => {
    expect(offencesIn('planted.ts', line)).toHaveLength(1);
  });
});
