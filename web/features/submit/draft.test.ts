import { describe, expect, it } from 'vitest';
import { type Draft, firstOpenStep, mayShow, nextStep, previousStep } from './draft.ts';

const answered: Draft = {
  key: 'k',
  type: 'COMPLAINT',
  subject: 'انقطاع المياه',
  text: 'منذ تسعة أيام',
  entity: null,
  category: null,
  governorate: 'ZARQA',
  anonymous: false,
};

describe('the questions', () => {
  it('begin with the kind of request', () => {
    expect(firstOpenStep(null)).toBe('type');
    expect(firstOpenStep({ key: 'k' })).toBe('type');
  });

  it('go on at the first one without an answer', () => {
    expect(firstOpenStep({ key: 'k', type: 'REPORT' })).toBe('what');
    const { governorate: _, ...withoutPlace } = answered;
    expect(firstOpenStep(withoutPlace)).toBe('where');
  });

  it('take "I do not know" for an answer', () => {
    expect(firstOpenStep(answered)).toBe('check');
  });

  it('are asked again when what is kept is not enough', () => {
    expect(firstOpenStep({ ...answered, subject: 'ا' })).toBe('what');
    expect(firstOpenStep({ ...answered, text: '  ' })).toBe('what');
  });

  it('cannot be skipped, but every answered one can be gone back to', () => {
    expect(mayShow({ key: 'k', type: 'REPORT' }, 'check')).toBe(false);
    expect(mayShow(answered, 'type')).toBe(true);
  });

  it('follow one another', () => {
    expect(nextStep('you')).toBe('check');
    expect(nextStep('check')).toBe('check');
    expect(previousStep('type')).toBeNull();
  });
});
