import { expect, it } from 'vitest';
import { openTestDatabase } from '../../../test/harness/database.ts';
import { beyondEntities as found, schemaDrift } from '../../../test/harness/drift.ts';
import { beyondEntities } from './beyond-entities.ts';
import { entities } from './entities.ts';
import { migrations } from './migrations.ts';

it('has after migrating exactly what the entities say, and what is listed beside them', async () => {
  await using test = await openTestDatabase('complaint', migrations, { entities });
  expect(await schemaDrift(test.database)).toEqual([]);
  expect(await found(test.database)).toEqual(Object.keys(beyondEntities).toSorted());
});
