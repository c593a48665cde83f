import { describe, expect, it } from 'vitest';
import { lookUp, type Post } from './post.ts';

const post = (key: string, superior: string | null, subject: string | null, vacant = false): Post => ({
  key,
  role: 'SUB_FOCAL_POINT',
  entity: 'MOH',
  superior,
  vacant,
  programme: null,
  subject,
});

describe('looking posts up', () => {
  it('falls through a vacancy, upward until somebody holds the post', () => {
    const posts = lookUp([post('a', 'b', null, true), post('b', 'c', null, true), post('c', null, 'p-sg')]);
    expect(posts.reaching('a')).toEqual(['p-sg']);
  });

  it('does not bother the superior when the holder merely has no account', () => {
    expect(lookUp([post('a', 'b', null), post('b', null, 'p-mfp')]).reaching('a')).toEqual([]);
  });

  it('stops where superiors go round in a circle', () => {
    expect(lookUp([post('a', 'b', null, true), post('b', 'a', null, true)]).reaching('a')).toEqual([]);
  });

  it('knows no post that was never announced', () => {
    expect(lookUp([]).reaching('gone')).toEqual([]);
  });

  it('counts a person who holds two posts once', () => {
    const posts = lookUp([post('a', null, 'p-1'), post('b', null, 'p-1')]);
    expect(posts.holding('SUB_FOCAL_POINT', 'MOH')).toEqual(['p-1']);
  });

  it('finds the coordinators of a programme, and no others', () => {
    const coordinator = (key: string, programme: Post['programme'], subject: string): Post => ({
      ...post(key, null, subject),
      role: 'PROGRAMME_COORDINATOR',
      entity: null,
      programme,
    });
    const posts = lookUp([
      coordinator('a', 'HUMAN_RIGHTS', 'p-rights'),
      coordinator('b', 'SMOKING', 'p-air'),
    ]);
    expect(posts.coordinating('HUMAN_RIGHTS')).toEqual(['p-rights']);
    expect(posts.coordinating('GOVERNMENT_SERVICES')).toEqual([]);
  });
});
