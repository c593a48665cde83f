import { describe, expect, it } from 'vitest';
import {
  administrationOf,
  entityNames,
  firstPage,
  mayActOnMany,
  mayAskIdentity,
  mayWatchAll,
  type Posts,
  viewsOf,
} from './staff-post.ts';

const post = (role: Posts[number]['role'], entity: string | null = null): Posts[number] => ({
  id: role,
  role,
  name: role,
  entity: entity ? { id: entity, code: entity, name: entity } : null,
});

describe('what posts open', () => {
  it('shows a focal point her own entity and what is assigned to her', () => {
    const posts = [post('MAIN_FOCAL_POINT', 'MOH')];
    expect(entityNames(posts)).toEqual(['MOH']);
    expect(viewsOf(posts)).toEqual([
      'next',
      'mine',
      'classify',
      'incoming',
      'proposals',
      'review',
      'overdue',
      'escalated',
    ]);
    expect(mayWatchAll(posts)).toBe(false);
  });

  it('shows the operation room everything, and cases that nobody is responsible for', () => {
    const posts = [post('OPERATION_ROOM')];
    expect(entityNames(posts)).toBeNull();
    expect(viewsOf(posts)).toEqual(expect.arrayContaining(['unknown', 'appeals', 'scoring']));
  });

  it('leaves the decisions of a main focal point to her', () => {
    const views = viewsOf([post('SUB_FOCAL_POINT', 'MOH')]);
    for (const view of ['incoming', 'proposals', 'appeals', 'scoring']) expect(views).not.toContain(view);
  });

  it('shows a coordinator what the operation room has, of the programme', () => {
    const posts = [post('PROGRAMME_COORDINATOR')];
    expect(viewsOf(posts)).toEqual(
      expect.arrayContaining(['unknown', 'incoming', 'proposals', 'appeals', 'scoring']),
    );
    expect(viewsOf(posts)).not.toContain('mine');
    // Cases of every entity: which one, a row has to say.
    expect(entityNames(posts)).toEqual([]);
    expect(mayActOnMany(posts)).toBe(true);
  });

  it.each(['SECRETARY_GENERAL', 'MINISTER'] as const)(
    'shows %s what a vacant or lower post leaves to decide',
    (role) => {
      const views = viewsOf([post(role, 'MOH')]);
      expect(views).toEqual(expect.arrayContaining(['incoming', 'proposals', 'escalatedToMe', 'escalated']));
      for (const view of ['mine', 'unknown', 'appeals', 'scoring']) expect(views).not.toContain(view);
    },
  );

  it('takes a quality reviewer to the review', () => {
    expect(firstPage([post('QUALITY_REVIEWER')])).toBe('/review');
    expect(firstPage([post('SUB_FOCAL_POINT', 'MOH')])).toBe('/inbox');
  });

  it('leads to the pages of administration those who may do something there', () => {
    expect(administrationOf([post('MAIN_FOCAL_POINT', 'MOH')])).toContain('canned-answers');
    expect(administrationOf([post('OPERATION_ROOM')])).toContain('canned-answers');
    expect(administrationOf([post('ADMINISTRATOR')])).toContain('rubric');
    expect(administrationOf([post('ADMINISTRATOR')])).not.toContain('canned-answers');
    expect(administrationOf([post('QUALITY_REVIEWER'), post('MINISTER', 'MOH')])).toEqual([]);
  });

  it('opens the requests for who reported to those outside the entities only', () => {
    expect(mayAskIdentity([post('OPERATION_ROOM')])).toBe(true);
    expect(mayAskIdentity([post('QUALITY_REVIEWER')])).toBe(true);
    expect(mayAskIdentity([post('OPERATION_ROOM'), post('MINISTER', 'MOH')])).toBe(false);
    expect(mayAskIdentity([post('MAIN_FOCAL_POINT', 'MOH')])).toBe(false);
    expect(mayAskIdentity([post('CONTACT_CENTRE')])).toBe(false);
  });
});
