/** Which rows of a list are picked. Rows are known by their ids, in the order in which they stand. */
export interface Selection {
  /** In the order in which they were picked. */
  picked: readonly string[];
  /** The row from which a range is drawn; null before anything was picked. */
  anchor: string | null;
}

export const nothingPicked: Selection = { picked: [], anchor: null };

/** At most this many cases go through one bulk action. */
export const maxPicked = 100;

/** Picks a row, or lets it go again. */
export function toggle(selection: Selection, id: string): Selection {
  const picked = selection.picked.includes(id)
    ? selection.picked.filter((one) => one !== id)
    : [...selection.picked, id];
  return { picked, anchor: id };
}

/** Picks everything from the anchor to a row, both included, beside what is picked already. */
export function extendTo(selection: Selection, order: readonly string[], id: string): Selection {
  const to = order.indexOf(id);
  const from = selection.anchor === null ? to : order.indexOf(selection.anchor);
  if (to < 0 || from < 0) return toggle(selection, id);
  const range = order.slice(Math.min(from, to), Math.max(from, to) + 1);
  const picked = [...new Set([...selection.picked, ...range])];
  return { picked, anchor: selection.anchor ?? id };
}

/** Picks all rows, or none when all are picked. */
export function toggleAll(selection: Selection, order: readonly string[]): Selection {
  const all = order.length > 0 && order.every((id) => selection.picked.includes(id));
  return all ? nothingPicked : { picked: [...order], anchor: order[0] ?? null };
}

/** What is still picked once the list holds other rows: nobody acts on what cannot be seen. */
export function keepShown(selection: Selection, order: readonly string[]): Selection {
  const picked = selection.picked.filter((id) => order.includes(id));
  if (picked.length === selection.picked.length) return selection;
  const anchor = selection.anchor !== null && order.includes(selection.anchor) ? selection.anchor : null;
  return { picked, anchor };
}
