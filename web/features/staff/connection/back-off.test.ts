import { describe, expect, it } from 'vitest';
import { waitAfter, waitBefore } from './back-off.ts';

const even = () => 0.5;

describe('the wait before the next attempt', () => {
  it('grows to less than a second', () => {
    expect([1, 2, 3, 4, 30, 60].map((attempt) => waitBefore(attempt, even))).toEqual([
      200, 400, 800, 800, 800, 800,
    ]);
  });

  it('never reaches a second in the first minute, whatever the jitter', () => {
    for (let attempt = 1; attempt <= 60; attempt += 1) {
      expect(waitBefore(attempt, () => 1)).toBeLessThanOrEqual(1_000);
      expect(waitBefore(attempt, () => 0)).toBeLessThan(waitBefore(attempt, () => 1));
    }
  });

  it('becomes rare in a long outage', () => {
    expect(waitBefore(61, even)).toBe(4_000);
  });

  it.each(['GRAPHQL_VALIDATION_FAILED', 'NOT_FOUND', 'BAD_USER_INPUT'])(
    'is half a minute after %s',
    (code) => {
      expect(waitAfter(code, 1, even)).toBe(30_000);
    },
  );

  it('is short after what may pass', () => {
    expect(waitAfter('SUBGRAPH_UNAVAILABLE', 1, even)).toBe(200);
  });

  it.each(['UNAUTHENTICATED', 'FORBIDDEN'])('is short after %s, until renewing does not help', (code) => {
    expect(waitAfter(code, 1, even)).toBe(200);
    expect(waitAfter(code, 4, even)).toBe(30_000);
  });
});
