import { randomBytes } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { openFollowUpSecrets } from './follow-up-secret.ts';

const secrets = openFollowUpSecrets(randomBytes(32));

describe('the follow-up secret', () => {
  it('has 100 bits in groups a person can type', () => {
    expect(secrets.generate()).toMatch(/^([0-9A-HJKMNP-TV-Z]{4}-){4}[0-9A-HJKMNP-TV-Z]{4}$/);
    expect(secrets.generate()).not.toBe(secrets.generate());
  });

  it('is the same for the same idempotency key, and for no other', () => {
    const secret = secrets.derive('key-1');
    expect(secrets.derive('key-1')).toBe(secret);
    expect(secrets.derive('key-2')).not.toBe(secret);
    expect(openFollowUpSecrets(randomBytes(32)).derive('key-1')).not.toBe(secret);
  });

  it('is recognised however it is typed, and only then', () => {
    const secret = secrets.generate();
    const kept = secrets.hash(secret);
    expect(secrets.matches(secret.toLowerCase().replaceAll('-', ' '), kept)).toBe(true);
    expect(secrets.matches(secrets.generate(), kept)).toBe(false);
    expect(secrets.matches('', kept)).toBe(false);
    expect(secrets.matches('x'.repeat(1_000_000), kept)).toBe(false);
  });

  it('is kept as a hash that is different each time and does not contain it', () => {
    const secret = secrets.generate();
    const [one, two] = [secrets.hash(secret), secrets.hash(secret)];
    expect(one.equals(two)).toBe(false);
    expect(one.toString('latin1')).not.toContain(secret.replaceAll('-', ''));
  });
});
