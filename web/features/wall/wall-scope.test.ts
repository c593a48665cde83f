import { describe, expect, it } from 'vitest';
import type { Posts } from '../staff/staff-post.ts';
import { figureScopeOf, readWallAddress, scopeOf } from './wall-address.ts';
import { wallScope } from './wall-scope.ts';

type Role = Posts[number]['role'];
const post = (role: Role, code: string | null = null): Posts[number] => ({
  id: role,
  role,
  name: role,
  entity: code === null ? null : { id: code, code, name: `name of ${code}` },
});
const programmes = [
  { code: 'GOVERNMENT_SERVICES', restricted: false },
  { code: 'HUMAN_RIGHTS', restricted: true },
  { code: 'SMOKING', restricted: false },
];
const scope = (posts: Posts, address: Record<string, string> = {}, known = programmes) =>
  wallScope(posts, readWallAddress(address), known);

describe('the scope of a wall', () => {
  it.each(['MAIN_FOCAL_POINT', 'SUB_FOCAL_POINT', 'SECRETARY_GENERAL', 'MINISTER'] as Role[])(
    'of a %s is the own entity, whatever the address asks for',
    (role) => {
      const own = { entities: ['MOH'], kind: 'own', names: ['name of MOH'], programmes: null };
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

  it('of the operation room is national, without the programmes whose cases it does not see', () => {
    expect(scope([post('OPERATION_ROOM')])).toEqual({
      entities: [],
      programmes: ['GOVERNMENT_SERVICES', 'SMOKING'],
      kind: 'national',
      names: [],
    });
  });

  it('of the Prime Minister’s office takes in every programme', () => {
    expect(scope([post('PRIME_MINISTERS_OFFICE')])?.programmes).toBeNull();
  });

  it('needs no list where no programme is restricted', () => {
    const open = programmes.filter(({ restricted }) => !restricted);
    expect(scope([post('OPERATION_ROOM')], {}, open)?.programmes).toBeNull();
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
  it('ask for figures of the programmes that are counted, and leave them out of filters of cases', () => {
    const address = { ...readWallAddress({ entity: 'MOH' }), programmes: ['SMOKING'] };
    expect(scopeOf(address)).toEqual({ entity: ['MOH'] });
    expect(figureScopeOf(address)).toEqual({ entity: ['MOH'], programme: ['SMOKING'] });
    expect(figureScopeOf({ ...address, programmes: null })).toEqual({ entity: ['MOH'] });
  });
});
