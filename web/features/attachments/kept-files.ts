/** The files of a request that is not sent yet: they are kept with the answers of its draft. */
import { type KeptFile, keptFileShape } from '../submit/draft/draft.ts';
import { changeDraft, readDraft } from '../submit/draft/kept-draft.ts';
import { askAboutUpload } from './upload-protocol.ts';

export type { KeptFile };

const maxFiles = 10;
/** An upload without a case is deleted after a day: one that is older cannot be sent any more. */
const uploadLifeMs = 23 * 60 * 60 * 1_000;

/** The files of a draft; `expired` are no longer with us and must be added again. */
export async function readKeptFiles(
  draft: string | null,
): Promise<{ files: KeptFile[]; expired: KeptFile[] }> {
  const all = (await readDraft(draft))?.files ?? [];
  const isExpired = ({ keptAt }: KeptFile) => keptAt + uploadLifeMs < Date.now();
  return { files: all.filter((file) => !isExpired(file)), expired: all.filter(isExpired) };
}

/** Only in actions and route handlers. `many` when there are ten, `away` when it cannot be kept now. */
export async function keepFile(
  draft: string,
  file: Omit<KeptFile, 'keptAt'>,
): Promise<'kept' | 'many' | 'away'> {
  let many = false;
  const changed = await changeDraft(draft, (before) => {
    const others = (before.files ?? []).filter(({ id }) => id !== file.id);
    many = others.length >= maxFiles || before.sent !== undefined;
    if (many) return before;
    const name = [...file.name].slice(0, 200).join('');
    return { ...before, files: [...others, keptFileShape.parse({ ...file, name, keptAt: Date.now() })] };
  });
  if (many) return 'many';
  return changed ? 'kept' : 'away';
}

/** Gives the file that is no longer kept; null when there was none. `away`: it may be kept still. */
export async function dropKeptFile(draft: string, id: string): Promise<KeptFile | null | 'away'> {
  const gone = (await readDraft(draft))?.files?.find((file) => file.id === id) ?? null;
  if (!gone) return null;
  const changed = await changeDraft(draft, (before) => ({
    ...before,
    files: (before.files ?? []).filter((file) => file.id !== id),
  }));
  return changed ? gone : 'away';
}

/** Deletes the uploads of drafts that are thrown away. One that cannot be deleted now is swept after a day. */
export async function cancelUploads(drafts: readonly { files?: KeptFile[] | undefined }[]): Promise<void> {
  const files = drafts.flatMap((draft) => draft.files ?? []);
  await Promise.allSettled(files.map(({ url }) => askAboutUpload(url, 'ar', { method: 'DELETE' })));
}
