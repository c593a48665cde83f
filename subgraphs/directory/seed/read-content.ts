import { readFile } from 'node:fs/promises';
import { directoryFile, namesFile, searchWordsFile, unitsFile } from './directory-file.ts';
import { type Content, makeContent } from './make-content.ts';
import type { Person } from './person.ts';
import { programmesFile } from './programmes-file.ts';

/** The content of the shipped files. */
export async function readContent(people: Person[]): Promise<Content> {
  const read = async (name: string): Promise<unknown> =>
    JSON.parse(await readFile(new URL(name, import.meta.url), 'utf8'));
  const [file, units, names, programmes, searchWords] = await Promise.all([
    read('./jordan-directory.json'),
    read('./units-and-services.json'),
    read('./invented-names.json'),
    read('./programmes.json'),
    read('./search-words.json'),
  ]);
  return makeContent(
    directoryFile.parse(file),
    unitsFile.parse(units),
    namesFile.parse(names),
    people,
    programmesFile.parse(programmes),
    searchWordsFile.parse(searchWords),
  );
}
