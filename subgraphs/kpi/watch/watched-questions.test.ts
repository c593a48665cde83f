import { anonymous, type Viewer } from '@bekhedmetkom/platform/auth';
import { describe, expect, it } from 'vitest';
import { WatchedQuestions } from './watched-questions.ts';

const person = (subject: string, language: 'ar' | 'en' = 'en'): Viewer => ({
  ...anonymous,
  kind: 'person',
  subject,
  language,
});
const fill = (watched: WatchedQuestions, viewer: Viewer, count: number, most: number) =>
  Array.from({ length: count }, (_, index) => watched.add(viewer, `question ${index}`, most));
const limited = expect.objectContaining({ code: 'RATE_LIMITED' });

describe('the questions that a caller watches', () => {
  it('are no more than so many, and another may be watched when one is left', () => {
    const watched = new WatchedQuestions();
    const [leave] = fill(watched, person('one'), 3, 3);
    expect(() => watched.add(person('one'), 'another', 3)).toThrow(limited);
    leave?.();
    leave?.();
    watched.add(person('one'), 'another', 3);
    expect(() => watched.add(person('one'), 'and another', 3)).toThrow(limited);
  });

  it('are counted once each, however often they are watched', () => {
    const watched = new WatchedQuestions();
    const leave = Array.from({ length: 10 }, () => watched.add(person('one'), 'the same', 1));
    for (const end of leave.slice(1)) end();
    expect(() => watched.add(person('one'), 'another', 1)).toThrow(limited);
    leave[0]?.();
    watched.add(person('one'), 'another', 1);
  });

  it('do not count against anybody else', () => {
    const watched = new WatchedQuestions();
    fill(watched, person('one'), 2, 2);
    watched.add(person('two'), 'question', 2);
    watched.add({ ...anonymous, client: 'key of a caller' }, 'question', 2);
    expect(() => watched.add(person('one'), 'another', 2)).toThrow(limited);
  });

  it('may be ten times as many where one scope stands for many callers', () => {
    const watched = new WatchedQuestions();
    fill(watched, anonymous, 20, 2);
    expect(() => watched.add(anonymous, 'another', 2)).toThrow(limited);
  });

  it('are refused in the language of the caller', () => {
    const watched = new WatchedQuestions();
    expect(() => watched.add(person('one', 'ar'), 'question', 0)).toThrow(/لا تُتابَع أكثر من 0/);
    expect(() => watched.add(person('one', 'en'), 'question', 0)).toThrow(/No more than 0 questions/);
  });
});
