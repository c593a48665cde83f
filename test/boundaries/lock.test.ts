import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

interface Locked {
  optionalDependencies?: Record<string, string>;
  dependencies?: Record<string, string>;
  resolved?: string;
}

const file = join(import.meta.dirname, '..', '..', 'package-lock.json');
const packages: Record<string, Locked> = JSON.parse(readFileSync(file, 'utf8')).packages;

/** Whether a package at `place` finds `name` in the lock the way Node looks for it: beside it, then further up. */
function isLocked(name: string, place: string): boolean {
  for (let folder = place; ; folder = folder.slice(0, Math.max(0, folder.lastIndexOf('/')))) {
    if (packages[`${folder ? `${folder}/` : ''}node_modules/${name}`]) return true;
    if (folder === '') return false;
  }
}

describe('package-lock.json', () => {
  it('holds the optional packages of every platform, so that `npm ci` works on each', () => {
    const missing = Object.entries(packages).flatMap(([place, { optionalDependencies }]) =>
      Object.keys(optionalDependencies ?? {})
        .filter((name) => !isLocked(name, place))
        .map((name) => `${name} of ${place}`),
    );
    expect(missing).toEqual([]);
  });

  it('holds every dependency of every package', () => {
    const missing = Object.entries(packages).flatMap(([place, { dependencies }]) =>
      Object.keys(dependencies ?? {})
        .filter((name) => !isLocked(name, place))
        .map((name) => `${name} of ${place}`),
    );
    expect(missing).toEqual([]);
  });

  it('names no registry', () => {
    expect(Object.values(packages).filter(({ resolved }) => resolved?.includes('://'))).toEqual([]);
  });
});
