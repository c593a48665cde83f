import { describe, expect, it } from 'vitest';
import type { Draft } from './draft.ts';
import { stepOf, toSubmission } from './to-submission.ts';

const draft: Draft = {
  key: '0f8fad5b-d9cb-469f-a165-70867728950e',
  type: 'COMPLAINT',
  subject: 'انقطاع المياه',
  text: 'منذ تسعة أيام',
  entity: null,
  category: null,
  governorate: 'ZARQA',
  district: '',
  applicantKind: null,
  anonymous: true,
  name: 'left over from before',
  email: 'a@example.jo',
};

describe('a finished draft', () => {
  it('becomes a submission without empty answers', () => {
    expect(toSubmission(draft, 'ar')).toEqual({
      idempotencyKey: expect.stringMatching(/^[\x21-\x7e]{8,200}$/),
      type: 'COMPLAINT',
      subject: 'انقطاع المياه',
      text: 'منذ تسعة أيام',
      anonymous: true,
      governorateCode: 'ZARQA',
      contact: { email: 'a@example.jo' },
      channel: 'WEB',
      language: 'AR',
    });
  });

  it('sent twice has one key; changed in between it has another', () => {
    const keyOf = (one: Draft) => toSubmission(one, 'ar')?.idempotencyKey;
    expect(keyOf(draft)).toBe(keyOf({ ...draft }));
    expect(keyOf(draft)).not.toBe(keyOf({ ...draft, text: 'منذ عشرة أيام' }));
  });

  it('is not sent while an answer is missing', () => {
    expect(toSubmission({ key: 'k', type: 'REPORT' }, 'en')).toBeNull();
  });
});

describe('an error of the graph', () => {
  it('leads back to its question', () => {
    expect(stepOf(['contact', 'email'])).toBe('you');
    expect(stepOf(['entityCode'])).toBe('who');
    expect(stepOf(null)).toBeNull();
  });
});
