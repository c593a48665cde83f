import { describe, expect, it } from 'vitest';
import type { Posts } from '../staff-shell/staff-post.ts';
import { readWallAddress, scopeOf } from './wall-address.ts';
import { wallScope } from './wall-scope.ts';

type Role = Posts[number]['role'];
const post = (role: Role, code: string | null = null): Posts[number] => ({
  id: role,
  role,
  name: role,
  entity: code === null ? null : { id: code, code, name: `name of ${code}` },
});
const programmes = [{ restricted: false }, { restricted: true }];
const scope = (posts: Posts, address: Record<string, string> = {}, known = programmes) =>
  wallScope(posts, readWallAddress(address), known);

describe('the scope of a wall', () => {
  it.each(['MAIN_FOCAL_POINT', 'SUB_FOCAL_POINT', 'SECRETARY_GENERAL', 'MINISTER'] as Role[])(
    'of a %s is the own entity, whatever the address asks for',
    (role) => {
      const own = { entities: ['MOH'], kind: 'own', names: ['name of MOH'], leavesOut: false };
      expect(scope([post(role, 'MOH')])).toEqual(own);
      expect(scope([post(role, 'MOH')], { entity: 'MOE' })).toEqual(own);
      expect(scope([post(role, 'MOH')], { sector: 'EDU' })).toEqual(own);
    },
  );

  it('of who works for two entities is both, or the one asked for', () => {
    const posts = [post('MINISTER', 'MOH'), post('MAIN_FOCAL_POINT', 'JFDA')];
    expect(scope(posts)?.entities).toEqual(['MOH', 'JFDA']);
    expect(scope(posts, { entity: 'JFDA,MOE' })?.entities).toEqual(['JFDA']);
  });

  it('of the operation room is national, and says that it leaves out the programmes whose cases it does not see', () => {
    expect(scope([post('OPERATION_ROOM')])).toEqual({
      entities: [],
      leavesOut: true,
      kind: 'national',
      names: [],
    });
  });

  it('of the Prime Minister’s office takes in every programme', () => {
    expect(scope([post('PRIME_MINISTERS_OFFICE')])?.leavesOut).toBe(false);
  });

  it('says nothing of it where no programme is restricted', () => {
    const open = programmes.filter(({ restricted }) => !restricted);
    expect(scope([post('OPERATION_ROOM')], {}, open)?.leavesOut).toBe(false);
  });

  it('is said to be chosen where the address narrows it', () => {
    expect(scope([post('OPERATION_ROOM')], { entity: 'MOH' })).toMatchObject({
      kind: 'chosen',
      entities: ['MOH'],
    });
    expect(scope([post('OPERATION_ROOM')], { sector: 'EDU' })?.kind).toBe('chosen');
  });

  it('is none for a post without an entity that does not look at all of them', () => {
    expect(scope([post('PROGRAMME_COORDINATOR')])).toBeNull();
    expect(scope([])).toBeNull();
  });
});

describe('the questions of a wall', () => {
  it('are of the entities and sectors of its address', () => {
    expect(scopeOf(readWallAddress({ entity: 'MOH', sector: 'HEALTH' }))).toEqual({
      entity: ['MOH'],
      sector: ['HEALTH'],
    });
    expect(scopeOf(readWallAddress({}))).toEqual({});
  });
});
