import { describe, expect, it } from 'vitest';
import { afterFailure, newsLifetime, waitAfter } from './mail.ts';

const transient = { permanent: false };

describe('a mail that could not be sent', () => {
  it('waits twice as long each time, at most five minutes', () => {
    expect([1, 2, 3, 7, 8, 500].map(waitAfter)).toEqual([5_000, 10_000, 20_000, 300_000, 300_000, 300_000]);
  });

  it('is tried again while it is news, however often the server was away', () => {
    expect(afterFailure(transient, 400, newsLifetime / 2)).toEqual({ again: 300_000 });
  });

  it('is given up once it is news no more', () => {
    expect(afterFailure(transient, 3, newsLifetime)).toEqual({ giveUp: true });
  });

  it('is given up at once when the server refuses it for good', () => {
    expect(afterFailure({ permanent: true }, 1, 0)).toEqual({ giveUp: true });
  });
});
