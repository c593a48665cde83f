import { describe, expect, it } from 'vitest';
import { readConfig } from '../config.ts';
import { contentSecurityPolicy, securityHeaders } from './security-headers.ts';

const config = readConfig({
  SESSION_SECRET: 'x'.repeat(32),
  PUBLIC_GATEWAY_URL: 'https://api.example.jo/graphql',
  WEB_ORIGIN: 'https://example.jo',
});

describe('the content security policy', () => {
  it('allows nothing inline, with or without the runtime', () => {
    for (const nonce of [null, 'abc']) {
      expect(contentSecurityPolicy(config, nonce, false)).not.toMatch(/unsafe-inline|unsafe-eval|\*/);
    }
  });

  it('lets plain pages speak to this site only', () => {
    expect(contentSecurityPolicy(config, null, false)).toContain("connect-src 'self';");
  });

  it('lets applications reach the gateway by http and socket', () => {
    expect(contentSecurityPolicy(config, 'abc', false)).toContain(
      "connect-src 'self' https://api.example.jo wss://api.example.jo",
    );
  });

  it('keeps forms able to say where they come from', () => {
    expect(securityHeaders(config, '/ar')['referrer-policy']).toBe('same-origin');
    expect(securityHeaders(config, '/ar')['strict-transport-security']).toBeDefined();
  });

  it('lets nothing but the question "where?" ask where somebody is', () => {
    const policyOf = (path: string) => securityHeaders(config, path)['permissions-policy'];
    expect(policyOf('/ar/submit/where')).toContain('geolocation=(self)');
    for (const path of ['/ar/submit/what', '/ar/submit/where/x', '/', '/en/staff/inbox']) {
      expect(policyOf(path)).toContain('geolocation=()');
    }
  });
});

describe('the settings', () => {
  it('say in plain words what is missing', () => {
    expect(() => readConfig({ PORT: 'x' })).toThrow(/cannot start[\s\S]*PORT[\s\S]*SESSION_SECRET/);
  });
});
