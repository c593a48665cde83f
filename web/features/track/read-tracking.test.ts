import { makeReference } from '@bekhedmetkom/text/reference';
import { describe, expect, it } from 'vitest';
import {
  leftOver,
  readRating,
  readTracking,
  readTyped,
  readWritten,
  referenceError,
} from './read-tracking.ts';

describe('a typed reference', () => {
  it('may bring marks, spaces and digits of any kind along', () => {
    expect(readTyped(' \u200ebk-٢٠٢٦-7q4m-k2xd-9\u200f ')).toBe('BK-2026-7Q4M-K2XD-9');
  });

  it('needs its secret', () => {
    const reference = makeReference(2026, Uint8Array.of(1, 2, 3, 4, 5));
    expect(readTracking({ reference })).toEqual({
      problems: [{ field: 'secret', error: 'secretMissing' }],
    });
  });

  it('is told at once when it is none, or when a letter is mistyped', () => {
    const reference = makeReference(2026, Uint8Array.of(1, 2, 3, 4, 5));
    expect(referenceError(reference)).toBeNull();
    expect(referenceError(reference.toLowerCase().replaceAll('-', ' '))).toBeNull();
    for (const typed of ['abc', 'BK', '0791234567', `${reference}77`]) {
      expect(referenceError(typed)).toBe('referenceNone');
    }
    for (let at = 8; at < reference.length; at += 1) {
      if (reference[at] === '-') continue;
      const other = reference[at] === '2' ? '3' : '2';
      expect(referenceError(`${reference.slice(0, at)}${other}${reference.slice(at + 1)}`)).toBe(
        'referenceWrong',
      );
    }
    expect(referenceError('')).toBe('referenceMissing');
  });
});

describe('a rating', () => {
  it('needs both taps', () => {
    expect(readRating({ comment: 'x' })).toEqual({
      problems: [
        { field: 'solved', error: 'solvedMissing' },
        { field: 'score', error: 'scoreMissing' },
      ],
    });
  });

  it.each(['0', '6', '4.5', 'five'])('is from 1 to 5, not %s', (score) => {
    expect(readRating({ solved: 'YES', score })).toHaveProperty('problems');
  });

  it('says of which case and version', () => {
    expect(
      readRating({ rated: 'bk-1', expectedVersion: '7', solved: 'PARTLY', score: '2', comment: ' ' }),
    ).toEqual({
      rating: { reference: 'BK-1', expectedVersion: 7, score: 2, solved: 'PARTLY', comment: null },
    });
  });
});

describe('words of the applicant', () => {
  it('are needed for a reply, a reopening and an appeal, not for a withdrawal', () => {
    expect(readWritten('reply', { replyText: ' a\r\nb ' })).toEqual({ text: 'a\nb' });
    for (const act of ['reply', 'reopen', 'appeal'] as const) {
      expect(readWritten(act, {})).toMatchObject({ problems: [{ error: 'textMissing' }] });
    }
    expect(readWritten('withdraw', { sure: 'yes' })).toEqual({ text: '' });
  });

  it('take nothing back that was not meant', () => {
    expect(readWritten('withdraw', { withdrawReason: 'x' })).toEqual({
      problems: [{ field: 'sure', error: 'notSure' }],
    });
  });

  it('have a length', () => {
    expect(readWritten('reopen', { reopenReason: '🚰'.repeat(2_000) })).toHaveProperty('text');
    expect(readWritten('reopen', { reopenReason: 'x'.repeat(2_001) })).toEqual({
      problems: [{ field: 'reopenReason', error: 'textLong' }],
    });
  });

  it('are shown again when their form has gone meanwhile', () => {
    const values = { replyText: ' Meter 40718 ', reopenReason: '', comment: 'Good' };
    expect(leftOver(values, ['WITHDRAW'])).toEqual(['Meter 40718', 'Good']);
    expect(leftOver(values, ['REPLY', 'RATE'])).toEqual([]);
  });
});

describe('words of the applicant', () => {
  it('come in as in any other form: without what shows nothing, counted as a reader counts', () => {
    const fields = { replyText: '\ufeffنعم\u000bوصلت\u0000 \u2028' };
    expect(readWritten('reply', fields)).toEqual({ text: 'نعم\nوصلت' });
    expect(readWritten('reply', { replyText: '\u200f\u200b' })).toMatchObject({
      problems: [{ error: 'textMissing' }],
    });
    expect(readWritten('reply', { replyText: '👨‍👩‍👧‍👦'.repeat(10_000) })).toHaveProperty('text');
    expect(readWritten('reply', { replyText: 'a'.repeat(10_001) })).toMatchObject({
      problems: [{ error: 'textLong' }],
    });
  });
});
