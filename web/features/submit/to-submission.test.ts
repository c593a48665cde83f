import { describe, expect, it } from 'vitest';
import type { Draft } from './draft/draft.ts';
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

  it('tells what its kind is asked for, and nothing left over from another', () => {
    const credited: Draft = { ...draft, entity: 'MOH', creditedUnit: 'VW5pdDox', creditedName: 'هدى' };
    expect(toSubmission({ ...credited, type: 'COMPLIMENT' }, 'ar')).toMatchObject({
      entityCode: 'MOH',
      creditedUnitId: 'VW5pdDox',
      creditedName: 'هدى',
    });
    const smoking = toSubmission({ ...credited, type: 'REPORT', programme: 'SMOKING' }, 'ar');
    expect(smoking).toMatchObject({ programme: 'SMOKING' });
    for (const left of ['entityCode', 'creditedUnitId', 'creditedName']) {
      expect(smoking).not.toHaveProperty(left);
    }
  });

  it('has its point', () => {
    const point = { latitude: 32.07, longitude: 36.09 };
    expect(toSubmission({ ...draft, point }, 'ar')).toMatchObject({ point });
    expect(toSubmission({ ...draft, point: null }, 'ar')).not.toHaveProperty('point');
  });

  it('has one key, however often it is sent and whatever is changed in between', () => {
    const keyOf = (one: Draft, locale: 'ar' | 'en' = 'ar') => toSubmission(one, locale)?.idempotencyKey;
    expect(keyOf(draft)).toBe(draft.key);
    expect(keyOf({ ...draft, text: 'منذ عشرة أيام' }, 'en')).toBe(draft.key);
  });

  it('of thanks has neither a topic nor a place, also when an answer of another kind is left over', () => {
    const thanks = toSubmission({ ...draft, type: 'COMPLIMENT', category: 'WATER', district: 'x' }, 'ar');
    for (const left of ['categoryCode', 'governorateCode', 'district', 'point', 'follows'])
      expect(thanks).not.toHaveProperty(left);
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
