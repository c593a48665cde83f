import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { retiredNames, retiredWords } from './retired-words.ts';

const root = join(import.meta.dirname, '..', '..');
/** Merged migrations never change, and say what tables were called when they ran. */
const frozen =
  /\/migrations\/|\/(migrations|plain-names)\.db\.test\.ts$|^platform\/outbox\/log\/tables\.ts$|^test\/boundaries\/retired-words/;
const files = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard'], {
  cwd: root,
  encoding: 'utf8',
})
  .split('\n')
  .filter((file) => /\.(tsx?|css)$/.test(file) && !frozen.test(file));

/** Names of a source, without those in comments and in quoted text; templates stay, as they hold SQL. */
function namesOf(source: string): Set<string> {
  const code = source.replace(
    /\/\*[\s\S]*?\*\/|(?<![:\\])\/\/[^\n]*|'(?:\\.|[^'\\\n])*'|"(?:\\.|[^"\\\n])*"/g,
    ' ',
  );
  return new Set(code.match(/[A-Za-z_$][\w$]*/g));
}

/** `openCaseRoom`, `open_case_room` and `open-case-room` are the words open, case, room. */
function wordsOf(name: string): string[] {
  return name
    .replace(/([a-z0-9])([A-Z])/g, '$1 $2')
    .replace(/([A-Z]+)([A-Z][a-z])/g, '$1 $2')
    .toLowerCase()
    .split(/[^a-z0-9]+/);
}

function retiredIn(names: Iterable<string>): string[] {
  const isRetired = (name: string) =>
    retiredNames.has(name) || wordsOf(name).some((word) => retiredWords.has(word));
  return [...names].filter(isRetired);
}

describe('a retired word', () => {
  it('names nothing in the code', () => {
    const found = files.flatMap((file) =>
      retiredIn(namesOf(readFileSync(join(root, file), 'utf8'))).map((name) => `${file}: ${name}`),
    );
    expect(found, 'docs/glossary.md has the word to use').toEqual([]);
  });

  it('names no file and no folder', () => {
    expect(files.filter((file) => retiredIn(file.split(/[/.[\]()]/)).length > 0)).toEqual([]);
  });

  it('is found however it is written', () => {
    const [word = ''] = retiredWords;
    const upper = word[0]?.toUpperCase() + word.slice(1);
    const found = namesOf(
      `// ${word}\nconst a = '${word}'; open${upper}(); x.${word}_of; type ${upper} = Set<string>;`,
    );
    expect(retiredIn(found)).toEqual([`open${upper}`, `${word}_of`, upper]);
  });
});
