import { foldText, keysOfWords } from '@bekhedmetkom/text/arabic';

interface Named {
  code: string;
  names: { ar: string; en: string };
}

/**
 * Codes of the entities that a text names: by code, or by every word of a name in one of the languages (`وزارة الصحة`;
 * `health` alone is a subject, not an entity). What stands in brackets in a name is a name of its own.
 */
export function entitiesNamed(typed: string, entities: Iterable<Named>): string[] {
  const folded = foldText(typed);
  const sought = keysOfWords(typed);
  if (sought.length === 0) return [];
  return [...entities]
    .filter(({ code, names }) => {
      if (foldText(code) === folded) return true;
      return namesOf(names).some((name) => {
        const words = keysOfWords(name);
        return words.length === sought.length && words.every((word, at) => shares(word, sought[at] ?? []));
      });
    })
    .map(({ code }) => code);
}

/** `شركة مياه الأردن (مياهنا)` is two names. */
function namesOf({ ar, en }: Named['names']): string[] {
  return [ar, en].flatMap((name) => name.split(/[()]/)).filter((name) => name.trim() !== '');
}

function shares(one: readonly string[], other: readonly string[]): boolean {
  return one.some((key) => other.includes(key));
}
