import type { Draft } from './draft/draft.ts';

/** The boxes that people type into, of all questions. */
const boxes = [
  'subject',
  'text',
  'creditedName',
  'district',
  'point',
  'name',
  'phone',
  'email',
  'quietPhone',
  'quietEmail',
] as const;

/** UTF-16 units of one box that are kept while they are not handed in; a longer text comes back with its errors. */
const maxUnits = 60_000;

/** What the boxes of a form hold, as it was typed; undefined for one that is too long to keep. */
export function typedIn(fields: Readonly<Record<string, string>>): NonNullable<Draft['typed']> {
  return Object.fromEntries(
    boxes.flatMap((name) => {
      const text = fields[name];
      if (text === undefined) return [];
      return [[name, text.length <= maxUnits ? text : undefined]];
    }),
  );
}
