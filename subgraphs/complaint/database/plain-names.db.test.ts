import { expect, it } from 'vitest';
import { migrateFilledTables, rename } from '../../../test/harness/renamed-tables.ts';
import { PlainNames1797033600000 } from './migrations/1797033600000-plain-names.ts';
import { migrations } from './migrations.ts';

it('a database of the release before loses no row and no value to the new names', async () => {
  const at = migrations.indexOf(PlainNames1797033600000);
  const { before, after } = await migrateFilledTables(
    'complaint',
    migrations.slice(0, at),
    migrations.slice(0, at + 1),
  );
  const { wrong_try: unused, ...kept } = before;
  expect(unused).toHaveLength(1);
  expect(Object.values(kept).every((rows) => rows.length > 0)).toBe(true);
  const tables = {
    filing: 'submission_content',
    part: 'contribution',
    attachment_part: 'attachment_chunk',
    follower: 'consumer_offset',
    parked_event: 'dead_letter_event',
  };
  const columns = {
    'parked_event.parked_at': 'dead_lettered_at',
    'cases.near_at': 'due_soon_at',
    'cases.next_breach_at': 'next_deadline_at',
    'cases.held_since': 'entity_assigned_at',
    'cases.returns_to': 'previous_state',
  };
  expect(after).toEqual(rename(kept, tables, columns));
});
