import { describe, expect, it } from 'vitest';
import {
  countedSteps,
  type Draft,
  firstOpenStep,
  mayShow,
  nextStep,
  previousStep,
  stepsOf,
} from './draft.ts';

const answered: Draft = {
  key: 'k',
  type: 'COMPLAINT',
  subject: 'انقطاع المياه',
  text: 'منذ تسعة أيام',
  entity: null,
  category: null,
  governorate: 'ZARQA',
  follows: null,
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

  it('are not answered by what was typed and not handed in', () => {
    const typed = { subject: 'انقطاع المياه', text: 'منذ تسعة أيام' };
    expect(firstOpenStep({ key: 'k', type: 'REPORT', typed })).toBe('what');
  });

  it('cannot be skipped, but every answered one can be gone back to', () => {
    expect(mayShow({ key: 'k', type: 'REPORT' }, 'check')).toBe(false);
    expect(mayShow(answered, 'type')).toBe(true);
  });

  it('follow one another', () => {
    expect(nextStep(answered, 'you')).toBe('check');
    expect(nextStep(answered, 'check')).toBe('check');
    expect(previousStep(answered, 'type')).toBeNull();
  });

  it('offer similar requests where following one makes sense, without counting that', () => {
    expect(nextStep({ ...answered, follows: undefined }, 'where')).toBe('similar');
    expect(firstOpenStep({ ...answered, follows: undefined })).toBe('similar');
    expect(stepsOf({ ...answered, type: 'COMPLIMENT' })).not.toContain('similar');
    expect(stepsOf({ ...answered, programme: 'HUMAN_RIGHTS' })).not.toContain('similar');
    expect(countedSteps(answered)).not.toContain('similar');
  });

  it('are those that matter to the request', () => {
    expect(stepsOf(answered)).not.toContain('credit');
    const thanks: Draft = { ...answered, type: 'COMPLIMENT', entity: 'MOH' };
    expect(countedSteps(thanks)).toEqual(['type', 'what', 'who', 'credit', 'you', 'check']);
    expect(countedSteps({ ...thanks, entity: null })).not.toContain('credit');
    const smoking: Draft = { ...answered, type: 'REPORT', programme: 'SMOKING' };
    expect(nextStep(smoking, 'what')).toBe('category');
    expect(mayShow(smoking, 'who')).toBe(false);
  });
});
