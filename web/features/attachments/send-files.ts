/** Files that came with an ordinary form, sent on piece by piece: what happens where no script runs. */
import { askAboutUpload, beginUpload, type UploadTarget } from './upload-protocol.ts';

export interface SentFile {
  id: string;
  url: string;
  name: string;
  bytes: number;
}

/** As many first bytes as the server looks at. */
const headBytes = 4_096;

/** The files of a form; a field without one comes as an empty file. */
export function filesOf(form: FormData): File[] {
  return form.getAll('files').filter((one): one is File => one instanceof File && one.size > 0);
}

/** Sends files one after the other. What is refused is told by name; null where nobody answered. */
export async function sendFiles(
  files: readonly File[],
  target: UploadTarget,
  locale: string,
  draft?: string,
): Promise<{ sent: SentFile[]; refused: { name: string; message: string | null }[] }> {
  const sent: SentFile[] = [];
  const refused: { name: string; message: string | null }[] = [];
  for (const file of files) {
    const outcome = await sendFile(file, target, locale, draft);
    if ('id' in outcome) sent.push(outcome);
    else refused.push({ name: file.name, message: outcome.message });
  }
  return { sent, refused };
}

async function sendFile(
  file: File,
  target: UploadTarget,
  locale: string,
  draft: string | undefined,
): Promise<SentFile | { message: string | null }> {
  const head = Buffer.from(await file.slice(0, headBytes).arrayBuffer()).toString('base64');
  const { name, size, type } = file;
  const begun = await beginUpload({ name, size, type, head, draft }, target, locale);
  if (!('upload' in begun)) return begun;
  const { id, url, chunkBytes } = begun.upload;
  for (let offset = 0; offset < file.size; offset += chunkBytes) {
    const piece = new Uint8Array(await file.slice(offset, offset + chunkBytes).arrayBuffer());
    const answer = await askAboutUpload(url, locale, { method: 'PATCH', offset, piece });
    if (answer?.status !== 204) return { message: answer && (await messageOf(answer)) };
  }
  return { id, url, name: file.name, bytes: file.size };
}

async function messageOf(answer: Response): Promise<string | null> {
  const body = (await answer.json().catch(() => null)) as { errors?: { message?: string }[] } | null;
  return answer.status < 500 ? (body?.errors?.[0]?.message ?? null) : null;
}
