import type { Viewer } from '@bekhedmetkom/platform/auth';
import { type Database, databaseNow } from '@bekhedmetkom/platform/database';
import { appendToOutbox } from '@bekhedmetkom/platform/outbox';
import type { NoteAdded } from '@bekhedmetkom/schema/events/complaint';
import type { CaseRecord } from '../case/case.record.ts';
import { loadCases } from '../case/case.store.ts';
import type { Refusal } from '../case/case.ts';
import { type Access, accessTo } from '../case-access/case.policy.ts';
import type { SealedWords } from '../confidential/sealed-words.ts';
import { actingPost } from '../directory/acting-post.ts';
import type { Directory } from '../directory/directory.ts';
import { notFound } from '../refusal/not-found.ts';
import { readText } from '../wording/written-text.ts';
import { mentionablePosts } from './mentionable.ts';
import type { NoteRow } from './note.entity.ts';
import { addNoteRow } from './note.repository.ts';
import { checkMentions, maxNoteLength, mayWriteNotes } from './note.ts';

interface Dependencies {
  database: Database;
  words: SealedWords;
  directory(): Directory;
}

export interface NoteInput {
  caseId: string | null;
  text: string;
  /** Keys of posts; null for an id that names none. */
  mentions: (string | null)[];
}

export interface NoteResult {
  record: CaseRecord;
  access: Access;
  note: NoteRow | null;
  refusals: Refusal[];
}

/**
 * Leaves a note for the staff of a case. It is no transition: the version of the case stays, its clock is
 * not touched, and its applicant is told nothing.
 */
export function addNote(
  { database, directory, words }: Dependencies,
  input: NoteInput,
  viewer: Viewer,
): Promise<NoteResult> {
  return database.transaction(async (tx) => {
    const [record] = input.caseId === null ? [] : await loadCases(tx, [input.caseId]);
    const access = record && accessTo(viewer, record);
    if (!record || !access?.seesInternal) throw notFound(viewer.language);
    const refuse = (refusal: Refusal): NoteResult => ({ record, access, note: null, refusals: [refusal] });
    if (!mayWriteNotes(access.capacities)) return refuse({ refused: 'FORBIDDEN' });
    const written = readText(input.text, { field: ['text'], min: 1, max: maxNoteLength });
    if ('refused' in written) return refuse(written);
    const known = directory();
    const stranger = checkMentions(input.mentions, mentionablePosts(known, record), known.post);
    if (stranger) return refuse(stranger);

    const post = actingPost(known, viewer.subject, record.entity);
    const note = await addNoteRow(tx, {
      caseId: record.id,
      at: await databaseNow(tx),
      text: words.keep(record, written.text),
      author: viewer.subject ?? '',
      authorStaff: post?.holder?.staff ?? null,
      authorPost: post?.key ?? null,
      mentions: [...new Set(input.mentions.filter((key) => key !== null))],
    });
    const payload: NoteAdded = {
      noteId: note.id,
      caseId: record.id,
      mentions: note.mentions,
      by: note.authorPost,
    };
    await appendToOutbox(tx, { key: note.id, version: 1, type: 'note.added', payload });
    return { record, access, note, refusals: [] };
  });
}
