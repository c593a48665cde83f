/** From a case of the graph to what the inbox decides by. */

import { cutToLength } from '@bekhedmetkom/text/length';
import { normaliseLine } from '@bekhedmetkom/text/normalise';
import type { InboxActions_CaseFragment, InboxRow_CaseFragment } from '../../../graphql/generated/graphql.ts';
import { type FragmentType, readFragment } from '../../../graphql/generated/index.ts';
import { InboxActions_Case, InboxRow_Case } from './inbox-row.fragment.ts';

export type InboxRow = InboxRow_CaseFragment;
export type InboxRowRef = FragmentType<typeof InboxRow_Case>;
/** A row that was read for this viewer, with what they may do to it. */
export type OwnRowRef = InboxRowRef & FragmentType<typeof InboxActions_Case>;
export type RowActions = Pick<InboxActions_CaseFragment, 'version' | 'actions'>;

export function readRow(ref: InboxRowRef): InboxRow {
  return readFragment(InboxRow_Case, ref);
}

/** What the viewer may do to each case, by its id. */
export function readActions(
  refs: readonly FragmentType<typeof InboxActions_Case>[],
): Record<string, RowActions> {
  return Object.fromEntries(
    refs.map((ref) => readFragment(InboxActions_Case, ref)).map((one) => [one.id, one]),
  );
}

/** The first words of a text, on one line. */
export function preview(text: string): string {
  return cutToLength(normaliseLine(text), 220);
}
