import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { TestDatabase } from '../../../test/harness/database.ts';
import { changeDirectory } from '../change/change-directory.ts';
import { assignPost } from '../post/post.repository.ts';
import {
  applicant,
  ask,
  colleague,
  openDirectory,
  program,
  setToday,
  visitor,
} from '../testing/open-directory.ts';
import { readGrants } from './authorisation.repository.ts';

let test: TestDatabase;
beforeAll(async () => {
  test = await openDirectory();
});
afterAll(() => test[Symbol.asyncDispose]());

describe('what somebody may do', () => {
  it.each([
    ['p-mfp-moh', [{ role: 'MAIN_FOCAL_POINT', scope: 'MOH' }]],
    ['p-sfp-miyahuna', [{ role: 'SUB_FOCAL_POINT', scope: 'MIYAHUNA' }]],
    ['p-sg-moh', [{ role: 'SECRETARY_GENERAL', scope: 'MOH' }]],
    ['p-minister-moh', [{ role: 'MINISTER', scope: 'MOH' }]],
    ['p-or-1', [{ role: 'OPERATION_ROOM', scope: null }]],
    ['p-qa-1', [{ role: 'QUALITY_REVIEWER', scope: null }]],
    ['p-agent-1', [{ role: 'CONTACT_CENTRE', scope: null }]],
    ['p-pmo-1', [{ role: 'PRIME_MINISTERS_OFFICE', scope: null }]],
    ['p-committee-1', [{ role: 'STEERING_COMMITTEE', scope: null }]],
    ['p-admin', [{ role: 'ADMINISTRATOR', scope: null }]],
    ['p-coord-rights', [{ role: 'PROGRAMME_COORDINATOR', scope: 'HUMAN_RIGHTS' }]],
    ['p-coord-smoking', [{ role: 'PROGRAMME_COORDINATOR', scope: 'SMOKING' }]],
    ['p-importer', [{ role: 'IMPORTER', scope: null }]],
    ['p-layla', []],
    ['nobody', []],
  ])('follows from the posts that %s holds', async (subject, grants) => {
    expect(await readGrants(test.database, subject)).toEqual(grants);
  });

  it('reaches, for a minister, every entity supervised at any depth', async () => {
    await using own = await openDirectory();
    await changeDirectory(own.database, (tx) => assignPost(tx, 'MWI-MIN', 'p-minister-moh', '2026-01-01'));
    const scopes = (await readGrants(own.database, 'p-minister-moh')).map((grant) => grant.scope);
    expect(scopes).toEqual(['AWC', 'JVA', 'MIYAHUNA', 'MOH', 'MWI', 'WAJ', 'YWC']);
  });

  it('begins and ends with the days a post is held', async () => {
    await using own = await openDirectory();
    await changeDirectory(own.database, async (tx) => {
      await tx.query("delete from holding where post = 'MOH-MFP'");
      await assignPost(tx, 'MOH-MFP', 'p-mfp-moh', '2026-04-01');
      await assignPost(tx, 'MOH-MFP', 'p-sfp-moh', '2026-05-01');
    });
    const mainOn = async (day: string) => {
      await setToday(own.database, day);
      const holders = [];
      for (const subject of ['p-mfp-moh', 'p-sfp-moh']) {
        const grants = await readGrants(own.database, subject);
        if (grants.some((grant) => grant.role === 'MAIN_FOCAL_POINT')) holders.push(subject);
      }
      return holders;
    };
    expect(await mainOn('2026-03-31')).toEqual([]);
    expect(await mainOn('2026-04-01')).toEqual(['p-mfp-moh']);
    expect(await mainOn('2026-04-30')).toEqual(['p-mfp-moh']);
    expect(await mainOn('2026-05-01')).toEqual(['p-sfp-moh']);
  });

  it('is told to programs only', async () => {
    const query = '{ authorisation(subject: "p-mfp-moh") { grants { role scope } } }';
    const { data } = await ask(test, query, { viewer: program });
    expect(data?.authorisation).toEqual({ grants: [{ role: 'MAIN_FOCAL_POINT', scope: 'MOH' }] });
    for (const viewer of [visitor, applicant, colleague]) {
      const { data: none, errors } = await ask(test, query, { viewer });
      expect(none).toBeNull();
      expect(errors?.[0]?.originalError).toMatchObject({ code: 'FORBIDDEN' });
    }
  });
});
