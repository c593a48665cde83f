import { describe, expect, it } from 'vitest';
import { readConfig } from './config.ts';

const right = {
  DATABASE_URL: 'postgres://complaint:x@localhost/b',
  INTERNAL_PUBLIC_KEY: '{}',
  INTERNAL_PRIVATE_KEY: '{}',
  DIRECTORY_URL: 'http://localhost:4001',
  CONTACT_KEY: Buffer.alloc(32, 7).toString('base64'),
};

describe('the settings', () => {
  it('have defaults for what is no secret', () => {
    expect(readConfig(right)).toMatchObject({
      host: '127.0.0.1',
      port: 4002,
      redisUrl: null,
      logLevel: 'info',
      escalation: true,
    });
  });

  it('that are wrong are all named, and their values are not', () => {
    const wrong = { ...right, CONTACT_KEY: 'c2hvcnQ=', DIRECTORY_URL: 'nowhere', DATABASE_URL: '' };
    expect(() => readConfig(wrong)).toThrow(/CONTACT_KEY: must be 32 bytes[\s\S]*/);
    expect(() => readConfig(wrong)).toThrow(/DATABASE_URL: is missing/);
    expect(() => readConfig(wrong)).toThrow(/DIRECTORY_URL/);
    expect(() => readConfig(wrong)).not.toThrow(/c2hvcnQ|nowhere/);
  });
});
