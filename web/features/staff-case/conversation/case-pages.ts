/** Which pages of the lists of a case its address asks for. Without any, each list shows its newest entries. */

const lists = ['entriesBefore', 'notesAfter', 'promisesBefore', 'followersBefore'] as const;
export type CaseList = (typeof lists)[number];

/** The cursor of each list beyond which its page begins; null: at the newest entry. */
export type CasePages = Record<CaseList, string | null>;

type Address = Record<string, string | string[] | undefined>;

/** Reads the pages out of an address. */
export function readCasePages(address: Address): CasePages {
  const read = (list: CaseList) => {
    const value = address[list];
    return typeof value === 'string' && value !== '' ? value : null;
  };
  return {
    entriesBefore: read('entriesBefore'),
    notesAfter: read('notesAfter'),
    promisesBefore: read('promisesBefore'),
    followersBefore: read('followersBefore'),
  };
}

/** The address of the page on which one list goes on from a cursor (null: begins anew) and the others stay. */
export function writeCasePages(
  pages: CasePages,
  list: CaseList,
  cursor: string | null,
  part: string,
): string {
  const next = { ...pages, [list]: cursor };
  const parameters = new URLSearchParams();
  for (const name of lists) {
    const value = next[name];
    if (value !== null) parameters.set(name, value);
  }
  return `?${parameters}#${part}`;
}
