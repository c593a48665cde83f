import { describe, expect, it } from 'vitest';
import type { Posts } from '../staff/staff-post.ts';
import { mayAskForApplicant } from './applicant-access.ts';

const post = (role: Posts[number]['role'], code: string | null): Posts => [
  { id: 'p', role, name: role, entity: code === null ? null : { id: code, code, name: code } },
];

describe('the look at who the applicant is', () => {
  it('is offered to the focal points of the entity that holds the case', () => {
    expect(mayAskForApplicant(post('MAIN_FOCAL_POINT', 'MOH'), 'MOH')).toBe(true);
    expect(mayAskForApplicant(post('SUB_FOCAL_POINT', 'MOH'), 'MOH')).toBe(true);
  });

  it('is not offered to an entity that was only asked for a transfer or a part', () => {
    expect(mayAskForApplicant(post('MAIN_FOCAL_POINT', 'MIYAHUNA'), 'MOH')).toBe(false);
    expect(mayAskForApplicant(post('MAIN_FOCAL_POINT', 'MIYAHUNA'), null)).toBe(false);
  });

  it('is not offered to who reviews or oversees', () => {
    expect(mayAskForApplicant(post('QUALITY_REVIEWER', null), 'MOH')).toBe(false);
    expect(mayAskForApplicant(post('MINISTER', 'MOH'), 'MOH')).toBe(false);
  });

  it('is offered to the operation room', () => {
    expect(mayAskForApplicant(post('OPERATION_ROOM', null), 'MOH')).toBe(true);
  });
});
