import { globSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

type Words = { [name: string]: Words | string };

const web = join(import.meta.dirname, '..');
const sources = globSync(['{app,features,ui,server,i18n,session,graphql}/**/*.{ts,tsx}', '*.ts'], {
  cwd: web,
})
  .filter((file) => !file.includes('generated') && !file.endsWith('.test.ts'))
  .map((file) => readFileSync(join(web, file), 'utf8'));
/** Whatever stands between two quotation marks, also within a template. */
const quoted = sources.flatMap((source) =>
  [...source.matchAll(/(?=(['"`])((?:(?!\1)[^\n])*)\1)/g)].map((found) => found[2] ?? ''),
);
/** States, actions, roles …: what the graph answers with is looked up as it comes. */
const answers = readFileSync(join(web, '..', 'schema', 'api.graphql'), 'utf8').match(
  /^ {2}[A-Z][A-Z0-9_]+$/gm,
);
const written = new Set([...quoted, ...(answers ?? []).map((value) => value.trim())]);
/** What is put together at run time, such as `state.${state}`: its holes stand for any name; after a letter or two, for a number. */
const composed = [...written]
  .filter((text) => text.includes('${') && /^[\w.${}[\]()?: ,'-]+$/.test(text))
  .map((text) => text.split(/\$\{[^}]*\}/))
  .filter((parts) => parts.join('') !== '' && parts.join('') !== '.')
  .map((parts) => {
    const hole = parts.join('').length > 2 ? '[\\w.-]+' : '\\d+';
    return new RegExp(`^${parts.map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join(hole)}$`);
  });

const keysOf = (words: Words, before: string): string[] =>
  Object.entries(words).flatMap(([name, value]) =>
    typeof value === 'string' ? [`${before}.${name}`] : keysOf(value, `${before}.${name}`),
  );
/** A key as it may be asked for: whole, or below where a component begins. */
const waysToAsk = (key: string) => key.split('.').map((_, from, names) => names.slice(from).join('.'));
const isUsed = (key: string) =>
  waysToAsk(key).some((asked) => written.has(asked) || composed.some((pattern) => pattern.test(asked)));

describe('the words for people', () => {
  it.each(readdirSync(join(import.meta.dirname, 'en')))('%s: all are said somewhere', (file) => {
    const words = JSON.parse(readFileSync(join(import.meta.dirname, 'en', file), 'utf8'));
    expect(keysOf(words, file.replace('.json', '')).filter((key) => !isUsed(key))).toEqual([]);
  });
});
