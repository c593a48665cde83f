import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it, vi } from 'vitest';

const press = (key: string, more = {}) => ({ key, ctrlKey: false, metaKey: false, altKey: false, ...more });

async function open(storage: Partial<Storage> | 'blocked') {
  vi.resetModules();
  const blocked = {
    get localStorage() {
      throw new Error('blocked');
    },
  };
  vi.stubGlobal('window', storage === 'blocked' ? blocked : { localStorage: storage });
  return import('./letter-keys.ts');
}

describe('shortcuts of one character', () => {
  afterEach(() => vi.unstubAllGlobals());

  it('are on, and leave the others alone when they are off', async () => {
    const kept = new Map<string, string>();
    const storage = {
      getItem: (key: string) => kept.get(key) ?? null,
      setItem: (key: string, value: string) => void kept.set(key, value),
    };
    const keys = await open(storage);
    expect(['j', '?', '/', 'ت'].map((key) => keys.isSwitchedOff(press(key)))).toEqual([
      false,
      false,
      false,
      false,
    ]);
    keys.switchLetterKeys(false);
    expect(['j', '?', '/', 'ت'].map((key) => keys.isSwitchedOff(press(key)))).toEqual([
      true,
      true,
      true,
      true,
    ]);
    expect(keys.isSwitchedOff(press('Escape'))).toBe(false);
    expect(keys.isSwitchedOff(press('k', { ctrlKey: true }))).toBe(false);
    expect((await open(storage)).areLetterKeysOn()).toBe(false);
  });

  it('can be switched off where the browser keeps nothing', async () => {
    const keys = await open('blocked');
    expect(keys.areLetterKeysOn()).toBe(true);
    keys.switchLetterKeys(false);
    expect(keys.isSwitchedOff(press('x'))).toBe(true);
  });

  it('are asked about by every handler of keys on the whole page', () => {
    const web = join(import.meta.dirname, '..', '..');
    const handlers = globSync('features/**/*.{ts,tsx}', { cwd: web })
      .filter((file) => !file.includes('.test.'))
      .map((file) => [file, readFileSync(join(web, file), 'utf8')] as const)
      .filter(([, source]) => /(document|window)\.addEventListener\('keydown'/.test(source));
    expect(handlers.length).toBeGreaterThan(2);
    // The palette opens with Ctrl or Command, which is no shortcut of one character.
    const unasked = handlers.filter(
      ([file, source]) => !source.includes('isSwitchedOff(event)') && !file.endsWith('palette.island.tsx'),
    );
    expect(unasked.map(([file]) => file)).toEqual([]);
  });
});
