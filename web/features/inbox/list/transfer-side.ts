/** On which side of a transfer the viewer stands. */
export type TransferSide = 'received' | 'sent' | 'watched';

interface Sides {
  /** Codes of the entities; undefined where nobody knows it. */
  from: string | undefined;
  to: string | undefined;
  /** The viewer's. */
  own: readonly string[];
}

/** Who works for both, or for neither, only watches. */
export function sideOf({ from, to, own }: Sides): TransferSide {
  const isOf = (entity: string | undefined): boolean => entity !== undefined && own.includes(entity);
  if (isOf(from) === isOf(to)) return 'watched';
  return isOf(to) ? 'received' : 'sent';
}
