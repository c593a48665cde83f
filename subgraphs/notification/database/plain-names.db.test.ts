import { expect, it } from 'vitest';
import { migrateFilledTables, rename } from '../../../test/harness/renamed-tables.ts';
import { PlainNames1797033600000 } from './migrations/1797033600000-plain-names.ts';
import { migrations } from './migrations.ts';

it('a database of the release before loses no row and no value to the new names', async () => {
  const at = migrations.indexOf(PlainNames1797033600000);
  const { before, after } = await migrateFilledTables(
    'notification',
    migrations.slice(0, at),
    migrations.slice(0, at + 1),
  );
  const tables = { follower: 'consumer_offset', parked_event: 'dead_letter_event' };
  expect(after).toEqual(rename(before, tables, { 'parked_event.parked_at': 'dead_lettered_at' }));
  expect(after.dead_letter_event).toHaveLength(1);
});
