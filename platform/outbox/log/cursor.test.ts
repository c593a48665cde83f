import { describe, expect, it } from 'vitest';
import { decodeCursor, encodeCursor } from './cursor.ts';

describe('a cursor', () => {
  it('comes back as the position it was made of', () => {
    for (const position of [0, 1, 42, Number.MAX_SAFE_INTEGER]) {
      expect(decodeCursor(encodeCursor(position))).toBe(position);
    }
  });

  it('is refused when it is not one of ours', () => {
    const texts = ['', 'at:1', '!', Buffer.from('at:-1').toString('base64url'), `${encodeCursor(1)}==`];
    for (const text of texts) {
      expect(() => decodeCursor(text)).toThrow(expect.objectContaining({ code: 'BAD_USER_INPUT' }));
    }
  });
});
