/**
 * The rows on the screen while cases change behind them. Rows are renewed in their place and marked; nothing
 * moves and nothing is added until the reader asks. Which cases belong in the list is decided by the server
 * alone: what it lists and how many it counts is compared with what is shown.
 */
export interface LiveRow {
  id: string;
  version: number;
}

export type RowMark = 'changed' | 'left';

export interface LiveList<R extends LiveRow> {
  rows: readonly R[];
  /** The same rows as they were when the reader got them: by these they stay grouped, so that nothing moves. */
  opened: readonly R[];
  /** How many cases the whole list held then. */
  openedTotal: number;
  marks: Readonly<Record<string, RowMark>>;
  /** How many cases belong in the list that were not in it when the reader got it. */
  fresh: number;
  /** By case the version that the reader makes herself: up to there a change is no news to her. */
  own: Readonly<Record<string, number>>;
}

export interface ReadList<R extends LiveRow> {
  rows: readonly R[];
  total: number;
}

export type ListNews<R extends LiveRow> =
  /** One case, as it is now. */
  | { type: 'event'; row: R }
  /**
   * The same page read again: after something changed, after a break, or because time has passed. `elsewhere`: cases
   * that are shown and stand on another page now; null: which do is not known.
   */
  | ({ type: 'reread'; elsewhere?: readonly R[] | null } & ReadList<R>)
  /** The reader asked for the list as it is now. */
  | ({ type: 'shown' } & ReadList<R>)
  /** The reader changes these cases from here, at these versions. */
  | { type: 'own'; cases: readonly LiveRow[] }
  /** What came of it: the cases as they are now, and those for which it was refused. */
  | { type: 'done'; rows: readonly R[]; refused: readonly string[] };

export function openList<R extends LiveRow>({ rows, total }: ReadList<R>): LiveList<R> {
  return { rows, opened: rows, openedTotal: total, marks: {}, fresh: 0, own: {} };
}

/** The list after a piece of news. */
export function onListNews<R extends LiveRow>(list: LiveList<R>, news: ListNews<R>): LiveList<R> {
  switch (news.type) {
    case 'shown':
      return openList(news);
    case 'own':
      return {
        ...list,
        own: { ...list.own, ...Object.fromEntries(news.cases.map(({ id, version }) => [id, version + 1])) },
      };
    case 'done':
      return onDone(list, news.rows, news.refused);
    case 'event':
      return onEvent(list, news.row);
    case 'reread':
      return onReread(list, news);
  }
}

function onEvent<R extends LiveRow>(list: LiveList<R>, row: R): LiveList<R> {
  const shown = list.rows.find((one) => one.id === row.id);
  return shown && row.version > shown.version ? renew(list, row) : list;
}

function onDone<R extends LiveRow>(
  list: LiveList<R>,
  rows: readonly R[],
  refused: readonly string[],
): LiveList<R> {
  const own = { ...list.own };
  // A version that the reader did not make is somebody else's, and news.
  for (const id of refused) delete own[id];
  for (const { id, version } of rows) if (!refused.includes(id)) own[id] = version;
  return rows.reduce<LiveList<R>>(onEvent, { ...list, own });
}

function onReread<R extends LiveRow>(
  list: LiveList<R>,
  { rows, total, elsewhere = [] }: ReadList<R> & { elsewhere?: readonly R[] | null },
): LiveList<R> {
  const read = new Map([...rows, ...(elsewhere ?? [])].map((row) => [row.id, row]));
  let next = list;
  for (const shown of list.rows) {
    const now = read.get(shown.id);
    if (!now && elsewhere === null) continue;
    if (!now) next = { ...next, marks: { ...next.marks, [shown.id]: 'left' } };
    else if (now.version > shown.version) next = renew(next, now);
    // A page that was overtaken by an event is older than what is shown.
    else if (now.version === shown.version)
      next = { ...back(next, now.id), rows: next.rows.map((one) => (one.id === now.id ? now : one)) };
  }
  return { ...next, fresh: newIn(next, rows, total) };
}

/**
 * A list that is shown whole: the cases that are not on the screen. Of a longer one other cases move up to its
 * first page when some go; there only the number tells.
 */
function newIn<R extends LiveRow>(list: LiveList<R>, rows: readonly R[], total: number): number {
  const shown = new Set(list.opened.map((row) => row.id));
  if (list.openedTotal <= shown.size) return rows.filter((row) => !shown.has(row.id)).length;
  const left = list.opened.filter(({ id }) => list.marks[id] === 'left').length;
  return Math.max(0, total - (list.openedTotal - left));
}

function renew<R extends LiveRow>(list: LiveList<R>, row: R): LiveList<R> {
  const rows = list.rows.map((one) => (one.id === row.id ? row : one));
  const { [row.id]: _, ...marks } = list.marks;
  if (row.version <= (list.own[row.id] ?? 0)) return { ...list, rows, marks };
  return { ...list, rows, marks: { ...marks, [row.id]: 'changed' } };
}

/** A case that had left and is in the list again. */
function back<R extends LiveRow>(list: LiveList<R>, id: string): LiveList<R> {
  if (list.marks[id] !== 'left') return list;
  const { [id]: _, ...marks } = list.marks;
  return { ...list, marks };
}
