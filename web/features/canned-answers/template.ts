/** The text of a canned answer as the editor sees it: words, and variables in double braces. */

/** The closed list; the complaint service refuses any other. */
export const variables = [
  'reference',
  'subject',
  'entity',
  'dueDate',
  'governorate',
  'today',
  'post',
] as const;
export type Variable = (typeof variables)[number];

export interface Part {
  /** Words, a variable that exists, or one that does not. */
  kind: 'words' | 'variable' | 'unknown';
  text: string;
}

const hole = /\{\{([^{}]*)\}\}/g;

/** Cuts a text into words and variables, in order. */
export function partsOf(body: string): Part[] {
  const parts: Part[] = [];
  let end = 0;
  for (const found of body.matchAll(hole)) {
    if (found.index > end) parts.push({ kind: 'words', text: body.slice(end, found.index) });
    const name = (found[1] ?? '').trim();
    parts.push({ kind: isVariable(name) ? 'variable' : 'unknown', text: name });
    end = found.index + found[0].length;
  }
  if (end < body.length) parts.push({ kind: 'words', text: body.slice(end) });
  return parts;
}

/** Names in double braces that are no variables, each once. */
export function unknownIn(body: string): string[] {
  return [...new Set(partsOf(body).flatMap(({ kind, text }) => (kind === 'unknown' ? [text] : [])))];
}

/** The text with a variable put in place of what is selected, and where the caret stands afterwards. */
export function insertVariable(
  body: string,
  name: Variable,
  { from, to }: { from: number; to: number },
): { body: string; caret: number } {
  const put = `{{${name}}}`;
  return { body: `${body.slice(0, from)}${put}${body.slice(to)}`, caret: from + put.length };
}

function isVariable(name: string): name is Variable {
  return (variables as readonly string[]).includes(name);
}
