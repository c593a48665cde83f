import { describe, expect, it } from 'vitest';
import { nextWords, postWords } from './told-posts.ts';

const secretary = { role: 'SECRETARY_GENERAL', name: 'Secretary general, Ministry of Health' };
const minister = { role: 'MINISTER', name: 'Minister of Health' };
const room = (n: number) => ({ role: 'OPERATION_ROOM', name: `Operation room ${n}` });
const t = (key: string) => `«${key}»`;

describe('who is told of a delay, in words for applicants', () => {
  it('are posts by what they do where applicants know that, else by name, each once', () => {
    expect(postWords([secretary, room(1), room(2)], t)).toEqual([secretary.name, '«post.OPERATION_ROOM»']);
  });

  it('are not known while one of them cannot be read', () => {
    expect(postWords([secretary, null], t)).toBeNull();
    expect(postWords(null, t)).toBeNull();
    expect(postWords([], t)).toBeNull();
  });

  it('are those of the level while its post is held', () => {
    expect(nextWords({ posts: [secretary], vacant: [], substituted: false }, t)).toEqual({ kind: 'usual' });
  });

  it('are those above a vacant post, which is said to be vacant', () => {
    expect(nextWords({ posts: [minister], vacant: [secretary], substituted: true }, t)).toEqual({
      ...{ kind: 'vacant', who: [minister.name] },
      vacant: [secretary.name],
    });
  });

  it('are others where the entity has no such post', () => {
    expect(nextWords({ posts: [room(1)], vacant: [], substituted: true }, t)).toEqual({
      ...{ kind: 'others', who: ['«post.OPERATION_ROOM»'] },
    });
  });

  it('are not said to be the vacant post when names cannot be read', () => {
    expect(nextWords({ posts: [null], vacant: [null], substituted: true }, t)).toEqual({ kind: 'unknown' });
    expect(nextWords({ posts: [minister], vacant: null, substituted: true }, t)).toEqual({ kind: 'unknown' });
  });
});
