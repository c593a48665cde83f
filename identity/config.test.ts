import { clientAddress } from '@bekhedmetkom/platform/client-address';
import { describe, expect, it } from 'vitest';
import demo from '../schema/demo/people.json' with { type: 'json' };
import { readConfig } from './config.ts';
import { roleName } from './pages/words.ts';

const given = {
  COOKIE_KEYS: 'a key of the tests that is long enough',
  IMPORTER_SECRET: 'the secret of the importer',
  DEMO_ACCOUNTS: 'allowed',
  DEMO_PASSWORD: 'a password of this installation',
};

describe('the settings of the issuer', () => {
  it('refuse to sign the people of the demonstration in unless told so in words', () => {
    for (const value of [undefined, '', 'yes', 'true']) {
      expect(() => readConfig({ ...given, DEMO_ACCOUNTS: value })).toThrow('DEMO_ACCOUNTS=allowed');
    }
  });

  it('have no password of their own', () => {
    expect(() => readConfig({ ...given, DEMO_PASSWORD: undefined })).toThrow('DEMO_PASSWORD');
    expect(() => readConfig({ ...given, DEMO_PASSWORD: 'short' })).toThrow('shorter than 12');
    expect(readConfig(given).showAccounts).toBe(false);
  });

  it('refuse the password that everybody knows, and to publish one, in production', () => {
    const production = { ...given, NODE_ENV: 'production' };
    expect(() => readConfig({ ...production, DEMO_PASSWORD: 'bekhedmetkom' })).toThrow('everybody knows');
    expect(() => readConfig({ ...production, SHOW_ACCOUNTS: 'true' })).toThrow('publish the password');
    expect(readConfig(production).password).toBe(given.DEMO_PASSWORD);
  });

  it('read trusted proxies as addresses and networks', () => {
    const { trustedProxies } = readConfig({ ...given, TRUSTED_PROXIES: '10.0.0.0/8, ::1' });
    expect(clientAddress('10.2.3.4', '203.0.113.1', trustedProxies)).toBe('203.0.113.1');
    expect(clientAddress('11.2.3.4', '203.0.113.1', trustedProxies)).toBe('11.2.3.4');
    expect(() => readConfig({ ...given, TRUSTED_PROXIES: 'nonsense' })).toThrow('TRUSTED_PROXIES');
  });
});

describe('the words of a role', () => {
  it('exist in both languages for everybody of the demonstration', () => {
    for (const { role } of demo) {
      expect(roleName(role, 'en')).not.toMatch(/^[A-Z_]+$/);
      expect(roleName(role, 'ar')).toMatch(/^[\u0600-\u06ff ]+$/);
    }
  });
});
