/** The command palette: what can be done from where somebody is, found by a few letters. */
import { foldText } from '@bekhedmetkom/text/arabic';

interface CommandWords {
  id: string;
  label: string;
  group: 'row' | 'go' | 'case' | 'find';
  /** The keys that do the same without the palette. */
  keys?: readonly string[];
}

interface CommandLink extends CommandWords {
  /** Where it leads; or, beginning with `#`, the form of this page that it opens. */
  href: string;
  /** Needs a page of its own to be loaded, as languages read in different directions. */
  whole?: boolean;
  run?: undefined;
}

interface CommandAct extends CommandWords {
  /** Does it on the open page. Called after the palette has closed and given the focus back. */
  run(): void;
}

export type Command = CommandLink | CommandAct;

const reference = /^bk-\d{4}-[0-9a-z-]{6,}$/i;

/** The commands whose words begin with the typed ones, in any order; all of them while nothing is typed. */
export function matching(commands: readonly Command[], typed: string): Command[] {
  const asked = words(typed);
  return commands.filter((command) => {
    const has = words(command.label);
    return asked.every((word) => has.some((one) => one.startsWith(word)));
  });
}

/** The case that a typed reference names, in the form in which references are written; null for other words. */
export function referenceIn(typed: string): string | null {
  const text = typed.trim();
  return reference.test(text) ? text.toUpperCase() : null;
}

/** The place in a list after a step up or down; it goes round at the ends. -1 in an empty one. */
export function stepTo(current: number, step: 1 | -1, length: number): number {
  return length === 0 ? -1 : (current + step + length) % length;
}

/** Words levelled for comparing: one spelling of each letter, no marks, no article. */
function words(text: string): string[] {
  return foldText(text)
    .split(' ')
    .filter(Boolean)
    .map((word) => (word.length > 3 ? word.replace(/^ال/, '') : word));
}
