import type { ReactNode } from 'react';

/** A reference as the platform writes it, in whatever letters it was copied. */
const reference = /\b(BK-\d{4}-[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z])\b/gi;

/**
 * A text in which each reference stays on one line and in its own order, left to right; a copied text is the same as
 * before. Used for what people write and for sentences of notifications.
 */
export function withReferences(text: string | null | undefined): ReactNode {
  if (!text) return text;
  const pieces = text.split(reference);
  if (pieces.length === 1) return text;
  // Every second piece is a reference: `split` keeps what the group found.
  return pieces.map((piece, place) =>
    place % 2 === 0 ? (
      piece
    ) : (
      // biome-ignore lint/suspicious/noArrayIndexKey: the pieces of one text keep their places
      <bdi className="ref" dir="ltr" key={place}>
        {piece}
      </bdi>
    ),
  );
}
