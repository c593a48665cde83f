import type { Viewer } from '@bekhedmetkom/platform/auth';
import { describe, expect, it } from 'vitest';
import { eventually } from '../../../test/harness/eventually.ts';
import { assign, file, one, postId } from '../testing/documents.ts';
import { type Complaint, openComplaint } from '../testing/open-complaint.ts';
import {
  administrator,
  layla,
  mainFocalPoint,
  nobody,
  operationRoom,
  reviewer,
  subFocalPoint,
  waterFocalPoint,
} from '../testing/viewers.ts';

const add = `mutation ($input: AddNoteInput!) { addNote(input: $input) {
  note { id text by { id } author { id } mentions { id } byViewer } case { version } userErrors { field code message } } }`;
const notes = `query ($id: ID!, $first: Int, $after: Cursor) { case(id: $id) {
  version mentionable { id }
  notes(first: $first, after: $after) {
    edges { node { text byViewer } } pageInfo { hasNextPage endCursor } totalCount }
  timeline { edges { node { text } } } } }`;

async function leave(
  complaint: Complaint,
  viewer: Viewer,
  caseId: string,
  text: string,
  mentions: string[] = [],
) {
  const input = { caseId, text, mentions: mentions.map(postId) };
  return complaint.ask(viewer, add, { input });
}

describe('notes', () => {
  it('are left by staff for staff: nothing of the case changes and its applicant sees nothing', async () => {
    const complaint = await openComplaint();
    const filed = await file(complaint, layla);
    const before = await complaint.ask(layla, one, { id: filed.id });
    const { data } = await leave(complaint, subFocalPoint, filed.id, 'Call the clinic first.', ['MOH-MFP']);
    expect(data.addNote).toMatchObject({
      note: {
        text: 'Call the clinic first.',
        by: { id: postId('MOH-SFP-1') },
        mentions: [{ id: postId('MOH-MFP') }],
        byViewer: true,
      },
      case: { version: 1 },
      userErrors: [],
    });
    const seen = await complaint.ask(mainFocalPoint, notes, { id: filed.id });
    expect(seen.data.case.notes).toMatchObject({
      edges: [{ node: { text: 'Call the clinic first.', byViewer: false } }],
      totalCount: 1,
    });
    const own = await complaint.ask(layla, notes, { id: filed.id });
    expect(own.data.case).toMatchObject({ version: 1, notes: null, mentionable: [] });
    expect(JSON.stringify(own)).not.toContain('clinic first');
    expect(await complaint.ask(layla, one, { id: filed.id })).toEqual(before);
  });

  it('are announced with whom they call, and without what they say', async () => {
    const complaint = await openComplaint();
    const { id } = await file(complaint);
    await leave(complaint, subFocalPoint, id, 'Marker-of-note', ['QA-1', 'OR-1', 'QA-1']);
    const [event] = await complaint.database.query<{ version: number; payload: Record<string, unknown> }>(
      `select version, payload from outbox where type = 'note.added'
       union all select version, payload from event_log where type = 'note.added'`,
    );
    expect(event?.version).toBe(1);
    expect(event?.payload).toMatchObject({ mentions: ['QA-1', 'OR-1'], by: 'MOH-SFP-1' });
    expect(JSON.stringify(event)).not.toContain('Marker-of-note');
  });

  it('go into no stream of cases', async () => {
    const complaint = await openComplaint();
    const { seen } = await complaint.watch(
      subFocalPoint,
      'subscription { operationFeed { case { reference version } } }',
    );
    const { id } = await file(complaint);
    await leave(complaint, subFocalPoint, id, 'Between two cases');
    const { reference } = await file(complaint);
    await eventually(() => {
      expect(seen.at(-1)?.data?.operationFeed.case.reference).toBe(reference);
    });
    expect(seen).toHaveLength(2);
  });

  it('call nobody who may not see the case, and name who that is', async () => {
    const complaint = await openComplaint();
    const { id } = await file(complaint);
    const refused = await leave(complaint, mainFocalPoint, id, 'Please look.', ['MIYAHUNA-MFP']);
    expect(refused.data.addNote).toMatchObject({
      note: null,
      userErrors: [
        {
          code: 'MENTION_NOT_ALLOWED',
          field: ['mentions'],
          message: '"MIYAHUNA-MFP" may not see this case, so it cannot be mentioned.',
        },
      ],
    });
    const unknown = await leave(complaint, mainFocalPoint, id, 'Please look.', ['NONE']);
    expect(unknown.data.addNote.userErrors[0].code).toBe('MENTION_NOT_ALLOWED');
    const importer = await leave(complaint, mainFocalPoint, id, 'Please look.', ['IMPORT-1']);
    expect(importer.data.addNote.userErrors[0].code).toBe('MENTION_NOT_ALLOWED');
    const { data } = await complaint.ask(mainFocalPoint, notes, { id });
    expect(data.case.notes.totalCount).toBe(0);
    const mentionable = data.case.mentionable.map((post: { id: string }) => post.id);
    expect(mentionable.sort()).toEqual(
      ['MOH-MFP', 'MOH-SFP-1', 'MOH-SFP-2', 'OR-1', 'QA-1'].map(postId).sort(),
    );
  });

  it('do not exist to strangers and to those who oversee figures and settings', async () => {
    const complaint = await openComplaint();
    const { id } = await file(complaint, layla);
    for (const viewer of [waterFocalPoint, nobody, layla, administrator]) {
      const { errors } = await leave(complaint, viewer, id, 'Hello');
      expect(errors?.[0]?.extensions.code).toBe('NOT_FOUND');
    }
    for (const viewer of [operationRoom, reviewer]) {
      expect((await leave(complaint, viewer, id, 'Hello')).data.addNote.userErrors).toEqual([]);
    }
  });

  it('say something, and not too much', async () => {
    const complaint = await openComplaint();
    const { id } = await file(complaint);
    const refusal = async (text: string) =>
      (await leave(complaint, mainFocalPoint, id, text)).data.addNote.userErrors[0];
    expect(await refusal(' \u0640 ')).toMatchObject({ code: 'REQUIRED', field: ['text'] });
    expect(await refusal('x'.repeat(4_001))).toMatchObject({ code: 'TOO_LONG' });
    expect(await refusal('\u0007\u200f')).toMatchObject({ code: 'REQUIRED' });
  });

  it('come in pages, newest first, several cases at once', async () => {
    const complaint = await openComplaint();
    const filed = await file(complaint);
    const other = await file(complaint);
    await assign(complaint, filed);
    for (const text of ['one', 'two', 'three']) await leave(complaint, mainFocalPoint, filed.id, text);
    await leave(complaint, mainFocalPoint, other.id, 'elsewhere');
    const page = async (after?: string) =>
      (await complaint.ask(mainFocalPoint, notes, { id: filed.id, first: 2, after })).data.case.notes;
    const texts = (connection: { edges: { node: { text: string } }[] }) =>
      connection.edges.map(({ node }) => node.text);
    const first = await page();
    expect(texts(first)).toEqual(['three', 'two']);
    expect(first).toMatchObject({ totalCount: 3, pageInfo: { hasNextPage: true } });
    const second = await page(first.pageInfo.endCursor);
    expect(texts(second)).toEqual(['one']);
    expect(second.pageInfo.hasNextPage).toBe(false);
    const { data } = await complaint.ask(
      mainFocalPoint,
      '{ cases(orderBy: OLDEST) { edges { node { notes(first: 1) { edges { node { text } } totalCount } } } } }',
    );
    expect(
      data.cases.edges.map(({ node }: { node: { notes: { edges: { node: { text: string } }[] } } }) =>
        texts(node.notes),
      ),
    ).toEqual([['three'], ['elsewhere']]);
  });
});
