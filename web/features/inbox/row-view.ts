/** From a case of the graph to what the inbox decides by. */

import { cutToLength } from '@bekhedmetkom/text/length';
import { normaliseLine } from '@bekhedmetkom/text/normalise';
import type { InboxRow_CaseFragment } from '../../graphql/generated/graphql.ts';
import { type FragmentType, readFragment } from '../../graphql/generated/index.ts';
import { InboxRow_Case } from './inbox-row.fragment.ts';

export type InboxRow = InboxRow_CaseFragment;
export type InboxRowRef = FragmentType<typeof InboxRow_Case>;

export function readRow(ref: InboxRowRef): InboxRow {
  return readFragment(InboxRow_Case, ref);
}

/** The first words of a text, on one line. */
export function preview(text: string): string {
  return cutToLength(normaliseLine(text), 220);
}
