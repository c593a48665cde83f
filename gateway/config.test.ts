import { makeKeyPair } from '@bekhedmetkom/platform/auth';
import { StartupError } from '@bekhedmetkom/platform/errors';
import { describe, expect, it, vi } from 'vitest';
import { readConfig } from './config.ts';
import { start } from './main.ts';
import { openToyGraph } from './testing/toy-graph.ts';

const whole = {
  DIRECTORY_URL: 'http://a:1, http://b:1',
  COMPLAINT_URL: 'http://a:2',
  KPI_URL: 'http://a:3',
  NOTIFICATION_URL: 'http://a:4',
  ISSUER_URL: 'http://a:5',
  WEB_ORIGIN: 'http://a:6',
  INTERNAL_PRIVATE_KEY: '{}',
};

describe('the settings of the gateway', () => {
  it('know every replica of a subgraph', () => {
    expect(readConfig(whole).subgraphs.directory).toEqual(['http://a:1', 'http://b:1']);
  });

  it('name every bad one, and repeat no value', () => {
    const { WEB_ORIGIN: _, ...rest } = whole;
    const bad = { ...rest, KPI_URL: 'secret nonsense', TRUSTED_PROXIES: 'nonsense' };
    expect(() => readConfig(bad)).toThrow(StartupError);
    for (const complaint of [
      'KPI_URL: ',
      'WEB_ORIGIN: is missing',
      'TRUSTED_PROXIES: is not a list of addresses',
    ]) {
      expect(() => readConfig(bad)).toThrow(complaint);
    }
    expect(() => readConfig(bad)).not.toThrow(/nonsense/);
  });
});

describe('starting the gateway', () => {
  it('says plainly what is wrong with the key or the schema', async () => {
    await expect(start(readConfig(whole))).rejects.toThrow(/private key/);
    const { privateKey: INTERNAL_PRIVATE_KEY } = await makeKeyPair();
    const nowhere = readConfig({ ...whole, INTERNAL_PRIVATE_KEY, SUPERGRAPH: '/nowhere' });
    await expect(start(nowhere)).rejects.toThrow('The composed schema is not at /nowhere');
  });

  it('takes every level of our logs, also those that the gateway library does not know', async () => {
    vi.stubEnv('LOG_LEVEL', 'silent');
    const toys = await openToyGraph();
    await toys[Symbol.asyncDispose]();
    vi.unstubAllEnvs();
  });

  it('says that its port is taken, and leaves nothing behind', async () => {
    const toys = await openToyGraph();
    const port = Number(new URL(toys.gateway.url).port);
    await expect(toys.startGateway({ port })).rejects.toThrow(`port ${port} on 127.0.0.1 is taken`);
    await toys[Symbol.asyncDispose]();
  });
});
