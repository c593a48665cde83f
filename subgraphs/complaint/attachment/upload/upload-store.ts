import type { Readable } from 'node:stream';
import { DataStore, ERRORS, Upload } from '@tus/server';
import type { FileRefusal } from '../../refusal/file-refusal.ts';
import { findAttachment, rejectUpload } from '../attachment.store.ts';
import type { Finished } from '../attachment.ts';
import { headBytes, kindOf } from '../file-kind.ts';
import type { AttachmentDependencies } from '../setup/attachment-dependencies.ts';
import { cancelUpload } from './cancel-upload.ts';
import { finishUpload } from './finish-upload.ts';
import { keepPiece } from './keep-piece.ts';

/** Bytes that are kept in memory until they are stored: a longer request is stored in several pieces. */
const pieceBytes = 5 * 1024 * 1024;

/** An upload or its file is not taken; the caller is told why. */
export class UploadRefused extends Error {
  readonly refusal: FileRefusal;
  constructor(refusal: FileRefusal) {
    super(refusal.refused);
    this.refusal = refusal;
  }
}

/**
 * Uploads as the tus server sees them, over our rows and file storage. They are begun by `beginUpload` in the graph,
 * so that there is no `creation` here. Throws UploadRefused for what is not taken and the library's ERRORS for the rest.
 */
export class UploadStore extends DataStore {
  readonly #room: AttachmentDependencies;

  constructor(deps: AttachmentDependencies) {
    super();
    this.#room = deps;
    this.extensions = ['termination'];
  }

  /** Finishes a complete upload when whoever had its last piece did not come that far. */
  override async getUpload(id: string): Promise<Upload> {
    const row = await findAttachment(this.#room.database, id);
    if (!row || row.state === 'LEAVING') throw ERRORS.FILE_NOT_FOUND;
    if (row.refusal) throw new UploadRefused({ refused: row.refusal });
    if (row.state === 'UPLOADING' && row.received === row.announcedBytes) await this.finish(id);
    return new Upload({ id, size: row.announcedBytes, offset: row.received });
  }

  /** Stores what arrives, also of a request that breaks off. What is no file of ours need not be sent to its end. */
  override async write(stream: Readable, id: string, offset: number): Promise<number> {
    let at = offset;
    for await (const piece of piecesOf(stream)) {
      if (at === 0) await this.#checkKind(id, piece);
      const { counted, now } = await keepPiece(this.#room, id, at, piece);
      if (now === null) throw ERRORS.FILE_NOT_FOUND;
      if (!counted) throw ERRORS.INVALID_OFFSET;
      at = now;
    }
    return at;
  }

  override async remove(id: string): Promise<void> {
    if (!(await cancelUpload(this.#room, id))) throw ERRORS.FILE_NOT_FOUND;
  }

  /** Puts a complete upload together. */
  async finish(id: string): Promise<Finished> {
    const finished = await finishUpload(this.#room, id);
    if ('refused' in finished) throw new UploadRefused(finished);
    return finished;
  }

  async #checkKind(id: string, first: Buffer): Promise<void> {
    const { database } = this.#room;
    const row = await findAttachment(database, id);
    const enough = first.length >= headBytes || first.length === row?.announcedBytes;
    if (!enough || kindOf(first.subarray(0, headBytes)) !== null) return;
    await rejectUpload(database, id, 'FILE_TYPE_REJECTED');
    throw new UploadRefused({ refused: 'FILE_TYPE_REJECTED' });
  }
}

async function* piecesOf(stream: Readable): AsyncGenerator<Buffer> {
  let chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of stream as AsyncIterable<Buffer>) {
    chunks.push(chunk);
    length += chunk.length;
    if (length < pieceBytes) continue;
    yield Buffer.concat(chunks);
    chunks = [];
    length = 0;
  }
  if (length > 0) yield Buffer.concat(chunks);
}
