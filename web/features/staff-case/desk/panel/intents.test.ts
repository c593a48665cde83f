import { describe, expect, it } from 'vitest';
import { doneOf } from './intents.ts';

describe('the address after a step', () => {
  it('says which step succeeded, and tells one success from the next', () => {
    expect(doneOf({ done: 'addNote', at: 'm1' })).toEqual({ intent: 'addNote', at: 'm1' });
    expect(doneOf({ done: 'addNote' })).toEqual({ intent: 'addNote', at: '' });
  });

  it('is not believed when it says something else', () => {
    expect(doneOf({})).toBeNull();
    expect(doneOf({ done: '<script>' })).toBeNull();
    expect(doneOf({ done: ['start', 'approve'] })).toBeNull();
  });
});
