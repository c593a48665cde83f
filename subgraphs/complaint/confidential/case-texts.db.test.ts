import { describe, expect, it } from 'vitest';
import { openComplaint } from '../testing/open-complaint.ts';
import { caseTexts } from './case-texts.ts';

/** Text columns of tables that belong to a case that hold nobody’s words, and why each may be kept as it is. */
const plain: Record<string, string> = {
  'cases.reference': 'made by the platform',
  'cases.type': 'code',
  'cases.state': 'code',
  'cases.programme': 'code',
  'cases.entity': 'code',
  'cases.category': 'code',
  'cases.governorate': 'code',
  'cases.channel': 'code',
  'cases.applicant_kind': 'code',
  'cases.language': 'code',
  'cases.importance': 'code',
  'cases.pillar': 'code',
  'cases.applicant_subject': 'key of a person; null when anonymous, and shown to nobody inside the entity',
  'cases.filed_by': 'key of a person on staff',
  'cases.holder_post': 'key',
  'cases.source': 'name of the system that a record was taken over from',
  'cases.source_id': 'key in that system',
  'cases.transfer_to': 'code',
  'cases.previous_state': 'code',
  'cases.part_entities': 'codes',
  'cases.proposal': 'its text is sealed within the document; the rest are codes and keys',
  'cases.rejection_code': 'code',
  'cases.escalation': 'code',
  'submission_content.search_subject': 'empty in confidential reports',
  'submission_content.search_document': 'empty in confidential reports',
  'submission_content.credited_unit': 'of compliments only, which are never confidential',
  'submission_content.credited_name': 'of compliments only, which are never confidential',
  'cycle.opened_by': 'code',
  'cycle.pauses': 'moments',
  'cycle.outcome': 'code',
  'cycle.answer_author': 'key of a person on staff',
  'cycle.rating_solved': 'code',
  'cycle.escalations': 'codes and moments',
  'answer.outcome': 'code',
  'answer.author_subject': 'key of a person on staff',
  'answer.author_staff': 'key',
  'answer.author_post': 'key',
  'answer.decision': 'code',
  'answer.decided_by': 'key of a person on staff',
  'timeline.action': 'code',
  'timeline.actor': 'code',
  'timeline.post': 'key',
  'timeline.state': 'code',
  'audit.actor_kind': 'code',
  'audit.actor': 'key of a person on staff; null for anonymous applicants',
  'audit.action': 'code',
  'audit.detail': 'codes, keys, dates and figures; audited actions pass no text',
  'transfer.from_entity': 'code',
  'transfer.to_entity': 'code',
  'transfer.requested_post': 'key',
  'transfer.decision': 'code',
  'transfer.decided_post': 'key',
  'transfer.received_by': 'code',
  'contribution.entity': 'code',
  'contribution.requested_post': 'key',
  'contribution.state': 'code',
  'contribution.settled_post': 'key',
  'escalation.level': 'code',
  'escalation.trigger': 'code',
  'escalation.posts': 'keys',
  'note.author': 'key of a person on staff',
  'note.author_staff': 'key',
  'note.author_post': 'key',
  'note.mentions': 'keys',
  'follow_up.entity': 'code',
  'follow_up.post': 'key',
  'follow_up.author': 'key of a person on staff',
  'follow_up.author_post': 'key',
  'follow_up.settled_by': 'key of a person on staff',
  'answer_score.points': 'keys of criteria and figures',
  'answer_score.scored_by': 'key of a person on staff',
  'answer_score.scored_post': 'key',
  'attachment.state': 'code',
  'attachment.refusal': 'code',
  'attachment.file_name': 'of every case sealed in sealed_name; this is the word “file”',
  'attachment.media_type': 'code',
  'attachment.added_by': 'code',
  'attachment.actor': 'key of a person on staff',
  'attachment.post': 'key',
  'identity_request.requested_by': 'key of a person on staff',
  'identity_request.requested_post': 'key',
  'identity_request.endorsed_by': 'key of a person on staff',
  'identity_request.endorsed_post': 'key',
  'identity_request.decision': 'code',
  'identity_request.decided_by': 'key of a person on staff',
  'identity_request.decided_post': 'key',
};

const textColumns = `
select c.table_name || '.' || c.column_name as name from information_schema.columns c
join information_schema.tables t using (table_schema, table_name)
where c.table_schema = 'complaint' and t.table_type = 'BASE TABLE'
  and (c.data_type in ('text', 'jsonb', 'json', 'character varying', 'tsvector') or c.udt_name in ('_text', '_varchar'))
  and (c.table_name = 'cases' or exists (
    select from information_schema.columns o
    where o.table_schema = c.table_schema and o.table_name = c.table_name and o.column_name = 'case_id'))
order by 1`;

describe('the columns that hold text of a case', () => {
  it('are each either sealed in confidential reports, or known to hold nobody’s words', async () => {
    const { database } = await openComplaint();
    const found = (await database.query<{ name: string }>(textColumns)).map(({ name }) => name);
    const sealed = caseTexts.flatMap(({ table, columns }) => columns.map((column) => `${table}.${column}`));
    expect(found.filter((name) => !sealed.includes(name) && plain[name] === undefined)).toEqual([]);
    // Neither list names a column that there is not, nor do both name the same.
    expect([...sealed, ...Object.keys(plain)].sort()).toEqual(found.toSorted());
  });
});
