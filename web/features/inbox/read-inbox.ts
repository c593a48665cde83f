/** Everything that a page of the inbox needs from the graph, asked at once. Read by the web server. */
import type { CaseFilter } from '../../graphql/generated/graphql.ts';
import type { Problem } from '../../graphql/problem.ts';
import { query } from '../../graphql/server.ts';
import type { Locale } from '../../i18n/locale.ts';
import type { Posts } from '../staff-shell/staff-post.ts';
import type { InboxAddress } from './address/inbox-address.ts';
import { type InboxChoices, readChoices } from './filters/inbox-choices.ts';
import { type Ask, askCounts, askPage, type ListCounts, type ListPage, noCounts } from './list/list-page.ts';

export interface InboxRead {
  /** Null: it could not be read, and `problem` says why. */
  page: ListPage | null;
  counts: ListCounts;
  choices: InboxChoices;
  problem: Problem | null;
}

interface Wanted {
  address: InboxAddress;
  /** The filter of a saved view; null: the view's own. */
  base?: CaseFilter | null;
  posts: Posts;
  language: Locale;
  words: { vacant: string };
}

export async function readInbox({
  address,
  base = null,
  posts,
  language,
  words,
}: Wanted): Promise<InboxRead> {
  let problem: Problem | null = null;
  const ask: Ask = async (document, variables) => (await query(document, variables, language)).data;
  const askList: Ask = async (document, variables) => {
    const answer = await query(document, variables, language);
    problem = answer.problem;
    return answer.data;
  };
  const [page, counts, choices] = await Promise.all([
    askPage(askList, address, base),
    askCounts(ask, address, base, Date.now()),
    readChoices(address, posts, language, words),
  ]);
  return { page, counts: page?.counts ?? counts ?? noCounts, choices, problem };
}
