/**
 * The rows on the screen while cases change behind them. Rows are renewed in their place and marked; nothing
 * moves and nothing is added until the reader asks.
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
  marks: Readonly<Record<string, RowMark>>;
  /** Ids of cases that belong in the list but are not on the screen. */
  fresh: readonly string[];
}

export type ListNews<R extends LiveRow> =
  /** One case, as it is now, and whether it belongs in this list. */
  | { type: 'event'; row: R; belongs: boolean }
  /** The same page read again: after a break, or because time has passed. */
  | { type: 'reread'; rows: readonly R[] }
  /** The reader asked for the list as it is now. */
  | { type: 'shown'; rows: readonly R[] }
  | { type: 'read'; id: string };

export function openList<R extends LiveRow>(rows: readonly R[]): LiveList<R> {
  return { rows, opened: rows, marks: {}, fresh: [] };
}

/** The list after a piece of news. */
export function onListNews<R extends LiveRow>(list: LiveList<R>, news: ListNews<R>): LiveList<R> {
  switch (news.type) {
    case 'shown':
      return openList(news.rows);
    case 'read': {
      const { [news.id]: _, ...marks } = list.marks;
      return { ...list, marks };
    }
    case 'event':
      return onEvent(list, news.row, news.belongs);
    case 'reread':
      return onReread(list, news.rows);
  }
}

function onEvent<R extends LiveRow>(list: LiveList<R>, row: R, belongs: boolean): LiveList<R> {
  const shown = list.rows.find((one) => one.id === row.id);
  if (!shown) {
    const others = list.fresh.filter((id) => id !== row.id);
    return { ...list, fresh: belongs ? [...others, row.id] : others };
  }
  if (row.version <= shown.version) return list;
  return renew(list, row, belongs ? 'changed' : 'left');
}

function onReread<R extends LiveRow>(list: LiveList<R>, rows: readonly R[]): LiveList<R> {
  const read = new Map(rows.map((row) => [row.id, row]));
  let next = list;
  for (const shown of list.rows) {
    const now = read.get(shown.id);
    if (!now) next = { ...next, marks: { ...next.marks, [shown.id]: 'left' } };
    else if (now.version > shown.version) next = renew(next, now, 'changed');
    else next = { ...next, rows: next.rows.map((one) => (one.id === now.id ? now : one)) };
  }
  const shownIds = new Set(list.rows.map((row) => row.id));
  const unseen = rows.map((row) => row.id).filter((id) => !shownIds.has(id));
  return { ...next, fresh: [...new Set([...next.fresh, ...unseen])] };
}

function renew<R extends LiveRow>(list: LiveList<R>, row: R, mark: RowMark): LiveList<R> {
  return {
    ...list,
    rows: list.rows.map((one) => (one.id === row.id ? row : one)),
    marks: { ...list.marks, [row.id]: mark },
  };
}
