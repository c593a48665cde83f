import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { TestDatabase } from '../../../test/harness/database.ts';
import { putEntity, readEntities } from '../entity/entity.repository.ts';
import { assignPost } from '../post/post.repository.ts';
import { openDirectory, setToday } from '../testing/open-directory.ts';
import { putUnit } from '../unit/unit.repository.ts';
import { changeDirectory } from './change-directory.ts';

let test: TestDatabase;
let before: number;
beforeEach(async () => {
  test = await openDirectory();
  const [last] = await test.database.query<{ seq: number }>('select max(seq) as seq from outbox');
  before = last?.seq ?? 0;
});
afterEach(() => test[Symbol.asyncDispose]());

const announced = () =>
  test.database.query<{ type: string; version: number; payload: Record<string, unknown> }>(
    'select type, version, payload from outbox where seq > $1 order by seq',
    [before],
  );

describe('a change of the directory', () => {
  it('announces what is different, with the next version', async () => {
    await changeDirectory(test.database, async (tx) => {
      await tx.query("update sector set name_en = 'Health care' where code = 'HEALTH'");
    });
    expect(await announced()).toEqual([
      {
        type: 'sector.changed',
        version: 2,
        payload: { code: 'HEALTH', names: { ar: 'الصحة', en: 'Health care' }, order: 5 },
      },
    ]);
  });

  it('announces nothing when nothing is different', async () => {
    const [entity] = await readEntities(test.database);
    if (!entity) throw new Error('there are no entities');
    await changeDirectory(test.database, (tx) => putEntity(tx, entity));
    expect(await announced()).toEqual([]);
  });

  it('announces an entity again when its units change, so that whoever keeps it looks anew', async () => {
    await changeDirectory(test.database, (tx) =>
      putUnit(tx, { code: 'MOH-DENTAL', entity: 'MOH', names: { ar: 'طب الأسنان', en: 'Dentistry' } }),
    );
    expect(await announced()).toMatchObject([
      { type: 'entity.changed', version: 2, payload: { code: 'MOH' } },
    ]);
  });

  it('announces a post when the day comes on which somebody else holds it', async () => {
    await setToday(test.database, '2030-01-01');
    await changeDirectory(test.database, (tx) => assignPost(tx, 'MOH-MFP', 'p-sfp-moh', '2030-02-01'));
    expect(await announced()).toEqual([]);
    await setToday(test.database, '2030-02-01');
    await changeDirectory(test.database, async () => {});
    expect(await announced()).toMatchObject([
      { type: 'post.changed', version: 2, payload: { key: 'MOH-MFP', holder: { subject: 'p-sfp-moh' } } },
    ]);
  });

  it('announces every post of a person whose name is corrected', async () => {
    await changeDirectory(test.database, async (tx) => {
      await assignPost(tx, 'QA-4', 'p-qa-1', '2026-01-01');
      await tx.query("update staff set name_en = 'Maha T.' where key = 'p-qa-1'");
    });
    const keys = (await announced()).map((event) => event.payload.key);
    expect(keys.toSorted()).toEqual(['QA-1', 'QA-4']);
  });

  it('leaves neither row nor announcement when it fails', async () => {
    const failing = changeDirectory(test.database, async (tx) => {
      await tx.query("update sector set name_en = 'Lost' where code = 'HEALTH'");
      throw new Error('no');
    });
    await expect(failing).rejects.toThrow('no');
    expect(await announced()).toEqual([]);
    expect(await test.database.query("select from sector where name_en = 'Lost'")).toEqual([]);
  });

  it('refuses what refers to nothing, and an entity that ends before it begins', async () => {
    const refer = changeDirectory(test.database, async (tx) => {
      await tx.query("update entity set parent = 'NOWHERE' where code = 'MOH'");
    });
    await expect(refer).rejects.toThrow(/foreign key/);
    const end = changeDirectory(test.database, async (tx) => {
      await tx.query("update entity set valid_to = '1999-12-31' where code = 'MOH'");
    });
    await expect(end).rejects.toThrow(/check constraint/);
  });

  it('gives each of twenty changes at once its own version', async () => {
    const numbers = Array.from({ length: 20 }, (_, index) => index);
    await Promise.all(
      numbers.map((number) =>
        changeDirectory(test.database, async (tx) => {
          await tx.query("update sector set name_en = $1 where code = 'HEALTH'", [`Health ${number}`]);
        }),
      ),
    );
    expect((await announced()).map((event) => event.version)).toEqual(numbers.map((number) => number + 2));
  });
});
