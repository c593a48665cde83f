/** From a case of the graph to what the inbox decides by. */

import type { InboxRow_CaseFragment } from '../../graphql/generated/graphql.ts';
import { type FragmentType, readFragment } from '../../graphql/generated/index.ts';
import { slaWords } from '../staff/sla-words.ts';
import type { Listed } from './belongs.ts';
import { InboxRow_Case } from './inbox-row.fragment.ts';

export type InboxRow = InboxRow_CaseFragment;
export type InboxRowRef = FragmentType<typeof InboxRow_Case>;

export function readRow(ref: InboxRowRef): InboxRow {
  return readFragment(InboxRow_Case, ref);
}

/** The facts that decide whether the case belongs in a list, at `now` (ms since 1970). */
export function listed(row: InboxRow, now: number): Listed {
  return {
    state: row.state,
    type: row.type,
    importance: row.importance,
    pillar: row.pillar,
    overdue: slaWords(row.sla, now).tone === 'overdue',
    level: row.sla?.escalation ?? null,
    appealed: row.appealedAt !== null,
    proposed: row.proposal !== null,
    entity: row.entity?.code ?? null,
    category: row.category?.code ?? null,
    governorate: row.governorate?.code ?? null,
    holderPost: row.holder?.id ?? null,
    transferTo: row.transfer?.to.code ?? null,
    transferAtRoom: row.transfer?.atRoom ?? false,
    subject: row.subject,
    reference: row.reference,
  };
}

/** The first words of a text, on one line. */
export function preview(text: string): string {
  return text.replace(/\s+/g, ' ').trim().slice(0, 220);
}
