import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const web = join(import.meta.dirname, '..', '..', 'web');
const sources = globSync('{app,features,ui}/**/*.tsx', { cwd: web }).map((file): [string, string] => [
  file,
  readFileSync(join(web, file), 'utf8'),
]);
const excerpt = (source: string, at: number) => source.slice(at, at + 120).replace(/\s+/g, ' ');
/** Every place of `pattern` that `isFine` does not excuse, as `file: excerpt`. */
const placesOf = (pattern: RegExp, isFine: (tag: string) => boolean): string[] =>
  sources.flatMap(([file, source]) =>
    [...source.matchAll(pattern)]
      .filter((found) => !isFine(found[1] ?? ''))
      .map((found) => `${file}: ${excerpt(source, found.index)}`),
  );

/** Attributes of an opening tag; arrow functions and quoted `>` end no tag in the places that are looked for. */
const attributes = '(?:=>|[^<>])*';
/** What people write, by the names that the graph gives it. */
const fields = 'text|subject|comment|reason|decisionReason|returnedBecause|question|details|subjectLine';

describe('text that a person wrote', () => {
  it('has direction and language from one function: dir="auto" stands on boxes to type in only', () => {
    const bare = placesOf(
      new RegExp(`<((?!input|textarea)\\w+${attributes}\\sdir="auto"${attributes})>`, 'g'),
      (tag) => /\slang=/.test(tag),
    );
    expect(bare, 'write {...written(text)} instead of dir="auto"').toEqual([]);
  });

  it('is never shown without them', () => {
    const bare = placesOf(
      // `part.text` is a piece of a template, inside an element that has both.
      new RegExp(
        `<(\\w+${attributes})>\\s*\\{(?:withReferences\\()?(?!part\\.text)[\\w.?]+\\??\\.(?:${fields})\\)?\\}`,
        'g',
      ),
      (tag) => tag.includes('written('),
    );
    expect(bare, 'give the element {...written(text)}').toEqual([]);
  });

  it('keeps references on one line wherever people write at length', () => {
    const long = '(?:as-written|said|msg__text|asked__text)';
    const bare = placesOf(
      new RegExp(
        `<\\w+(?=${attributes}\\swritten|${attributes}written\\()(${attributes})>\\s*\\{(?!withReferences\\()`,
        'g',
      ),
      (tag) => !new RegExp(`className="[^"]*\\b${long}\\b`).test(tag),
    );
    expect(bare, 'show {withReferences(text)}').toEqual([]);
  });
});
