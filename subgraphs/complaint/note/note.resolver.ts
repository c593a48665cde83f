import type { Database } from '@bekhedmetkom/platform/database';
import {
  type Connection,
  keyOfGlobalId,
  keysetCursor,
  makeConnection,
  PageArgs,
  readKeyset,
  readPage,
  toGlobalId,
} from '@bekhedmetkom/platform/subgraph';
import DataLoader from 'dataloader';
import { Arg, Args, Ctx, FieldResolver, Mutation, Resolver, Root } from 'type-graphql';
import { z } from 'zod';
import type { SealedWords } from '../confidential/sealed-words.ts';
import type { Directory } from '../directory/directory.ts';
import { PostReference } from '../directory/directory-references.type.ts';
import { CaseObject, toCaseObject } from '../graph/case.type.ts';
import { caseKeyOf } from '../graph/case-reader.ts';
import type { Context } from '../graph/context.ts';
import { toUserError } from '../refusal/refusal.ts';
import { addNote } from './add-note.ts';
import { mentionablePosts } from './mentionable.ts';
import type { NoteRow } from './note.entity.ts';
import { countNotes, loadNotePages, type NotePage } from './note.repository.ts';
import { mayWriteNotes } from './note.ts';
import { AddNoteInput, type Note, NoteConnection, NotePayload, toNote } from './note.type.ts';

interface Dependencies {
  database: Database;
  words: SealedWords;
  directory(): Directory;
}

@Resolver(() => CaseObject)
export class NoteResolver {
  readonly #around: Dependencies;
  readonly #pages: DataLoader<NotePage, NoteRow[]>;
  readonly #counts: DataLoader<string, number>;
  constructor(deps: Dependencies) {
    this.#around = deps;
    const { database } = deps;
    const uncached = { cache: false, maxBatchSize: 500 };
    this.#pages = new DataLoader((asked: readonly NotePage[]) => loadNotePages(database, asked), uncached);
    this.#counts = new DataLoader((ids: readonly string[]) => countNotes(database, ids), uncached);
  }

  @FieldResolver(() => NoteConnection, {
    nullable: true,
    description: 'What staff told each other about it, newest first. For staff; null to the applicant.',
  })
  async notes(
    @Root() { record, access }: CaseObject,
    @Args(() => PageArgs) args: PageArgs,
    @Ctx() { viewer }: Context,
  ): Promise<Connection<Note> | null> {
    if (!access.seesInternal) return null;
    const { limit, after } = readPage(args);
    const [from] = readKeyset(after, z.tuple([z.uuid()])) ?? [null];
    return makeConnection({
      rows: await this.#pages.load({ caseId: record.id, limit: limit + 1, after: from }),
      limit,
      continued: after !== null,
      toNode: (row) => toNote(this.#around.words.openRow(row, 'text'), viewer.subject),
      toCursor: (row) => keysetCursor(row.id),
      count: () => this.#counts.load(record.id),
    });
  }

  @FieldResolver(() => [PostReference], {
    nullable: 'itemsAndList',
    description: 'Posts that a note on it may mention. For staff; empty to the applicant.',
  })
  mentionable(@Root() { record, access }: CaseObject): PostReference[] {
    if (!access.seesInternal) return [];
    return mentionablePosts(this.#around.directory(), record).map(({ key }) => ({
      id: toGlobalId('Post', key),
    }));
  }

  @FieldResolver(() => Boolean, {
    description: 'Whether the viewer may leave a note: whoever works on it, not who only oversees it.',
  })
  mayNote(@Root() { access }: CaseObject): boolean {
    return access.seesInternal && mayWriteNotes(access.capacities);
  }

  @Mutation(() => NotePayload, {
    description:
      'Leaves a note for the staff of a case; it changes nothing of the case. By whoever works on it: focal points, the operation room, reviewers.',
  })
  async addNote(
    @Arg('input', () => AddNoteInput) { caseId, text, mentions }: AddNoteInput,
    @Ctx() { viewer }: Context,
  ): Promise<NotePayload> {
    const posts = (mentions ?? []).map((id) => keyOfGlobalId('Post', id));
    const input = { caseId: caseKeyOf(caseId), text, mentions: posts };
    const { record, access, note, refusals } = await addNote(this.#around, input, viewer);
    return {
      note: note && toNote(this.#around.words.openRow(note, 'text'), viewer.subject),
      case: toCaseObject(record, access, viewer.language),
      userErrors: refusals.map((refusal) => toUserError(refusal, viewer.language)),
    };
  }
}
