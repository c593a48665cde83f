import { describe, expect, it } from 'vitest';
import { inboxCommand, stepRow } from './inbox-keys.ts';

const press = (
  key: string,
  code: string,
  held: Partial<Record<'ctrlKey' | 'metaKey' | 'altKey', boolean>> = {},
) => ({
  key,
  code,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  ...held,
});

describe('the keyboard of the inbox', () => {
  it('moves with J and K', () => {
    expect(inboxCommand(press('j', 'KeyJ'), false)).toBe('next');
    expect(inboxCommand(press('k', 'KeyK'), false)).toBe('previous');
  });

  it('works while the keyboard is set to Arabic', () => {
    expect(inboxCommand(press('ت', 'KeyJ'), false)).toBe('next');
    expect(inboxCommand(press('ن', 'KeyK'), false)).toBe('previous');
    expect(inboxCommand(press('ظ', 'Slash'), false)).toBe('search');
    expect(inboxCommand(press('؟', 'Slash'), false)).toBe('hints');
  });

  it('leaves letters alone while somebody types, except Escape', () => {
    expect(inboxCommand(press('j', 'KeyJ'), true)).toBeNull();
    expect(inboxCommand(press('/', 'Slash'), true)).toBeNull();
    expect(inboxCommand(press('Escape', 'Escape'), true)).toBe('leave');
  });

  it('leaves shortcuts of the browser alone', () => {
    expect(inboxCommand(press('j', 'KeyJ', { ctrlKey: true }), false)).toBeNull();
    expect(inboxCommand(press('k', 'KeyK', { metaKey: true }), false)).toBeNull();
  });

  it('opens, searches and shows the hints', () => {
    expect(inboxCommand(press('Enter', 'Enter'), false)).toBe('open');
    expect(inboxCommand(press('/', 'Slash'), false)).toBe('search');
    expect(inboxCommand(press('?', 'Slash'), false)).toBe('hints');
  });

  it('picks with X, and along the way with Shift held', () => {
    expect(inboxCommand(press('x', 'KeyX'), false)).toBe('pick');
    expect(inboxCommand(press('ء', 'KeyX'), false)).toBe('pick');
    expect(inboxCommand({ ...press('J', 'KeyJ'), shiftKey: true }, false)).toBe('pickNext');
    expect(inboxCommand({ ...press('K', 'KeyK'), shiftKey: true }, false)).toBe('pickPrevious');
  });

  it('assigns, starts, transfers and takes back what was picked', () => {
    const commands = ['KeyA', 'KeyS', 'KeyT', 'KeyZ'].map((code) => inboxCommand(press('?x', code), false));
    expect(commands).toEqual(['assign', 'start', 'transfer', 'undo']);
    expect(inboxCommand(press('z', 'KeyZ', { ctrlKey: true }), false)).toBeNull();
  });

  it('stays inside the list', () => {
    expect(stepRow(-1, 'next', 5)).toBe(0);
    expect(stepRow(4, 'next', 5)).toBe(4);
    expect(stepRow(0, 'previous', 5)).toBe(0);
    expect(stepRow(-1, 'previous', 5)).toBe(4);
    expect(stepRow(-1, 'next', 0)).toBe(-1);
  });
});
