import { describe, expect, it } from 'vitest';
import { openLogDatabase } from '../../test/harness/log.ts';
import { readEventsCommand, runEventsCommand } from './events-command.ts';

const park = `insert into dead_letter_event (topic, position, event, reason) values
  ('complaint', 7, '{"id":"e7","type":"case.submitted","key":"k7"}', 'Error: poison'),
  ('complaint', 9, '{"id":"e9","type":"case.closed","key":"k9"}', 'Error: poison')`;

describe('npm run events', () => {
  it('lists, has tried again and drops what could not be applied', async () => {
    const { database } = await openLogDatabase();
    const run = (...given: string[]) => runEventsCommand(readEventsCommand(given), 'kpi', database);
    expect(await run('list')).toEqual(['kpi: none']);
    await database.query(park);
    expect(await run('list')).toEqual([
      expect.stringMatching(/^kpi complaint 7 case\.submitted k7 .*: Error: poison$/),
      expect.stringMatching(/^kpi complaint 9 case\.closed k9 .*: Error: poison$/),
    ]);
    expect(await run('retry', 'kpi', 'complaint', '7')).toEqual(['kpi: 1 will be tried again']);
    expect(await run('list')).toEqual([
      expect.stringContaining('is tried again'),
      expect.stringContaining('poison'),
    ]);
    expect(await run('drop', 'kpi', 'complaint', '9')).toEqual(['kpi: 1 dropped']);
    expect(await run('list')).toHaveLength(1);
  });

  it('says how it is used, and drops nothing that was not named', () => {
    for (const given of [
      [],
      ['remove'],
      ['list', 'web'],
      ['drop', 'kpi', 'complaint'],
      ['retry', 'kpi', 'complaint', 'x'],
    ]) {
      expect(() => readEventsCommand(given)).toThrow('Usage: npm run events');
    }
    expect(readEventsCommand(['retry']).subgraphs).toEqual(['complaint', 'kpi', 'notification']);
  });
});
