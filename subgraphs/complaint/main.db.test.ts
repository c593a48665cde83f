import { randomBytes } from 'node:crypto';
import { StartupError } from '@bekhedmetkom/platform/errors';
import { describe, expect, it, onTestFinished } from 'vitest';
import { openTestDatabase } from '../../test/harness/database.ts';
import { eventually } from '../../test/harness/eventually.ts';
import { openTestKeys } from '../../test/harness/keys.ts';
import { defaultLimits } from './attachment/attachment.ts';
import { testFolder } from './attachment/testing/open-test-attachments.ts';
import type { Config } from './config.ts';
import { entities } from './database/entities.ts';
import { migrations } from './database/migrations.ts';
import { start } from './main.ts';
import { openPublisher } from './testing/directory-publisher.ts';
import { submission, submit } from './testing/documents.ts';
import { announced } from './testing/small-directory.ts';
import { nobody } from './testing/viewers.ts';

async function openWorld() {
  const test = await openTestDatabase('complaint', migrations, { entities });
  onTestFinished(() => test[Symbol.asyncDispose]());
  const keys = await openTestKeys();
  const publisher = await openPublisher(keys);
  const config: Config = {
    host: '127.0.0.1',
    port: 0,
    databaseUrl: test.url,
    jobsDatabaseUrl: test.url,
    redisUrl: null,
    logLevel: 'silent',
    escalation: true,
    submissionsPerContact: 10,
    internalPublicKey: keys.publicKey,
    internalPrivateKey: keys.privateKey,
    directoryUrl: publisher.url,
    contactKey: randomBytes(32),
    attachments: { storage: { folder: await testFolder() }, scanner: null, limits: defaultLimits },
  };
  async function run() {
    const program = await start(config, { bus: publisher.bus });
    onTestFinished(() => program.close());
    const ask = async (input: object) => {
      const response = await fetch(`${program.url}/graphql`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...(await keys.headersFor(nobody, 'complaint')) },
        body: JSON.stringify({ query: submit, variables: { input: submission(input) } }),
      });
      return response.json();
    };
    const isReady = async () => (await fetch(`${program.url}/ready`)).status;
    return { ...program, ask, isReady };
  }
  return { run, publisher, config, test };
}

describe('the program', () => {
  it('is ready only when it knows the directory, and then takes cases', async () => {
    const { run, publisher } = await openWorld();
    const program = await run();
    expect(await program.isReady()).toBe(503);
    const early = await program.ask({});
    expect(early.errors[0].extensions.code).toBe('SERVICE_UNAVAILABLE');
    await publisher.announce(announced);
    await program.ready();
    expect(await program.isReady()).toBe(200);
    expect((await program.ask({})).data.submitCase.userErrors).toEqual([]);
  });

  it('learns what changes in the directory', async () => {
    const { run, publisher } = await openWorld();
    await publisher.announce(announced);
    const program = await run();
    await program.ready();
    const entityCode = 'NEWHEALTH';
    const unknown = await program.ask({ entityCode });
    expect(unknown.data.submitCase.userErrors[0].code).toBe('UNKNOWN_ENTITY');
    const moh = announced.find(({ type, key }) => type === 'entity.changed' && key === 'MOH');
    await publisher.announce([{ type: 'entity.changed', payload: { ...moh?.payload, code: entityCode } }]);
    await eventually(async () =>
      expect((await program.ask({ entityCode })).data.submitCase.userErrors).toEqual([]),
    );
  });

  it('goes on without the directory, also through a restart', async () => {
    const { run, publisher } = await openWorld();
    await publisher.announce(announced);
    const first = await run();
    await first.ready();
    await publisher.close();
    expect((await first.ask({})).data.submitCase.userErrors).toEqual([]);
    await first.close();
    const second = await run();
    await second.ready();
    expect((await second.ask({})).data.submitCase.userErrors).toEqual([]);
  });

  it('runs twice over one database, and either knows what the other learned', async () => {
    const { run, publisher } = await openWorld();
    await publisher.announce(announced);
    const [one, two] = await Promise.all([run(), run()]);
    await Promise.all([one.ready(), two.ready()]);
    const idempotencyKey = crypto.randomUUID();
    const first = await one.ask({ idempotencyKey });
    const second = await two.ask({ idempotencyKey });
    expect(second.data.submitCase.secret).toBe(first.data.submitCase.secret);
    expect(second.data.submitCase.case.reference).toBe(first.data.submitCase.case.reference);
  });

  it('refuses callers without the internal identity, whatever they ask', async () => {
    const { run } = await openWorld();
    const { url } = await run();
    for (const query of [
      '{ __typename }',
      '{ _service { sdl } }',
      '{ _entities(representations: []) { __typename } }',
    ]) {
      const response = await fetch(`${url}/graphql`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'x-user-id': 'p-or', 'x-role': 'OPERATION_ROOM' },
        body: JSON.stringify({ query }),
      });
      expect(response.status).toBe(401);
      expect(await response.text()).not.toContain('type Case');
    }
    expect((await fetch(`${url}/events?after=0`)).status).toBe(401);
  });

  it('does not start over a database that is not migrated, and says so', async () => {
    const { config, test } = await openWorld();
    await test.database.query('delete from migration');
    await expect(start(config, {})).rejects.toThrow(StartupError);
    await expect(start(config, {})).rejects.toThrow('npm run migrate');
  });
});
