import { describe, expect, it } from 'vitest';
import { isOver, newsLifetime } from './mail.ts';

const transient = { permanent: false };

describe('a mail that could not be sent', () => {
  it('is tried again while it is news, however often the server was away', () => {
    expect(isOver(transient, newsLifetime / 2)).toBe(false);
  });

  it('is given up once it is news no more', () => {
    expect(isOver(transient, newsLifetime)).toBe(true);
  });

  it('is given up at once when the server refuses it for good', () => {
    expect(isOver({ permanent: true }, 0)).toBe(true);
  });
});
