import { expect, it } from 'vitest';
import { migrateFilledTables, rename } from '../../../test/harness/renamed-tables.ts';
import { PlainNames1797033600000 } from './migrations/plain-names-1797033600000.ts';
import { migrations } from './migrations.ts';

it('a database of the release before loses no row and no value to the new names', async () => {
  const at = migrations.indexOf(PlainNames1797033600000);
  const { before, after } = await migrateFilledTables(
    'kpi',
    migrations.slice(0, at),
    migrations.slice(0, at + 1),
  );
  const tables = {
    follower: 'consumer_offset',
    parked_event: 'dead_letter_event',
    unsummed: 'pending_delta',
    standing: 'current_gauge',
  };
  const columns = {
    'parked_event.parked_at': 'dead_lettered_at',
    'clock.passed_to': 'processed_until',
    'standing.cuboid': 'aggregate',
    'duration.cuboid': 'aggregate',
    'rollup.cuboid': 'aggregate',
  };
  expect(after).toEqual(rename(before, tables, columns));
  expect(after.pending_delta).toHaveLength(1);
});
