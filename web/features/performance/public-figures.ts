/**
 * The figures that everybody sees, asked in nobody's name and kept: a hundred visitors at once are one question, and
 * while the figures cannot be reached the last good ones are shown, with the time that they are of.
 */
import { setTimeout as wait } from 'node:timers/promises';
import type { AnyVariables, TypedDocumentNode } from '@urql/core';
import { type Answer, queryPublic } from '../../graphql/server.ts';
import type { Locale } from '../../i18n/locale.ts';
import { type LastAnswers, openLastAnswers } from './last-answers.ts';

/** Pages may be built apart: the process has one store all the same. */
const store = Symbol.for('bekhedmetkom.public-figures');
const shared = globalThis as { [store]?: LastAnswers };

/** How often a question goes out before its page is told that there is no answer. */
const attempts = 2;

function answers(): LastAnswers {
  shared[store] ??= openLastAnswers({
    freshMs: 10_000,
    keepMs: 24 * 60 * 60_000,
    patienceMs: 700,
    most: 300,
    maxOut: 4,
    now: () => performance.now(),
    wait: (ms) => wait(ms, undefined, { ref: false }),
  });
  return shared[store];
}

/** A good answer, or why there is none; `isGood` says that all is there that a page cannot do without. */
export async function readPublicFigures<Data, Variables extends AnyVariables>(
  document: TypedDocumentNode<Data, Variables>,
  variables: Variables,
  { locale, name, isGood }: { locale: Locale; name: string; isGood(data: Data): boolean },
): Promise<Answer<Data>> {
  let failed: Answer<Data> | null = null;
  const key = JSON.stringify([name, locale, variables]);
  const good = await answers().read(key, async () => {
    for (let attempt = 1; attempt <= attempts; attempt++) {
      const answer = await queryPublic(document, variables, locale);
      if (answer.data !== null && isGood(answer.data)) return answer;
      failed = answer;
      // What was refused is refused again; what was late may come.
      if (answer.problem?.code !== 'SERVICE_UNAVAILABLE' && answer.problem?.code !== 'SUBGRAPH_UNAVAILABLE')
        break;
    }
    return null;
  });
  return good ?? failed ?? { data: null, problem: null };
}
