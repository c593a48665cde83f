import { Fault } from '@bekhedmetkom/platform/errors';
import { words } from '../wording/words.ts';
import { refuse } from './refused.ts';

/** How deep lists and objects of variables may be nested: an input of ours has five levels at most. */
const deepest = 20;

/** How deep brackets of any kind may be nested in the text of an operation. */
const deepestText = 60;
// What is skipped: block strings, strings and comments, in which brackets stand for themselves.
const tokens = /"""[\s\S]*?(?:"""|$)|"(?:\\.|[^"\\\n])*(?:"|$)|#[^\n\r]*|[[({]|[\])}]/g;

/**
 * Refuses a text that is nested too deeply before it is parsed: the parser calls itself for each level. Throws a
 * Fault MAX_COST_EXCEEDED.
 */
export function assertShallowText(text: string): void {
  let depth = 0;
  for (const [token] of text.matchAll(tokens)) {
    if (token === '[' || token === '(' || token === '{') depth += 1;
    else if (token === ']' || token === ')' || token === '}') depth -= 1;
    if (depth > deepestText)
      throw new Fault('MAX_COST_EXCEEDED', words.tooLarge(`nesting over ${deepestText}`));
  }
}

/**
 * Refuses variables that are nested too deeply, before anything walks through them: whatever does so calls itself
 * for each level. Throws Refused.
 */
export function assertShallow(variables: Record<string, unknown> | undefined): void {
  let level: unknown[] = [variables];
  for (let depth = 0; level.length > 0; depth += 1) {
    if (depth > deepest) throw refuse(words.nestedTooDeep(String(deepest)));
    const below: unknown[] = [];
    for (const value of level) {
      if (typeof value !== 'object' || value === null) continue;
      for (const each of Array.isArray(value) ? value : Object.values(value)) {
        if (typeof each === 'object' && each !== null) below.push(each);
      }
    }
    level = below;
  }
}
