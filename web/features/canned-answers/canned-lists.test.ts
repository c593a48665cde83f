import { describe, expect, it } from 'vitest';
import type { Posts } from '../staff-shell/staff-post.ts';
import { cannedListOf } from './canned-lists.ts';

const post = (role: string, code: string | null) =>
  ({
    id: role,
    role,
    name: role,
    entity: code === null ? null : { id: code, code, name: code },
  }) as Posts[number];

describe('the canned answers that posts open', () => {
  it('are all of them, to change, for the operation room', () => {
    expect(cannedListOf([post('OPERATION_ROOM', null)], 'MOH')).toEqual({
      entity: 'MOH',
      choosesEntity: true,
      mayAdd: true,
    });
    expect(cannedListOf([post('OPERATION_ROOM', null)], null)?.entity).toBeNull();
  });

  it('are those of the own entity for focal points, whatever is asked; sub focal points add none', () => {
    expect(cannedListOf([post('MAIN_FOCAL_POINT', 'MOH')], 'MOE')).toMatchObject({
      entity: 'MOH',
      mayAdd: true,
    });
    expect(cannedListOf([post('SUB_FOCAL_POINT', 'MOH')], null)).toMatchObject({
      entity: 'MOH',
      mayAdd: false,
    });
    const both = [post('MAIN_FOCAL_POINT', 'MOH'), post('SUB_FOCAL_POINT', 'MOE')];
    expect(cannedListOf(both, 'MOE')).toMatchObject({ entity: 'MOE', mayAdd: false });
  });

  it('are none for others', () => {
    expect(cannedListOf([post('QUALITY_REVIEWER', null), post('MINISTER', 'MOH')], 'MOH')).toBeNull();
  });
});
