import { z } from 'zod';
import { readConfig } from '../../../../config.ts';
import { dropKeptFile, keepFile } from '../../../../features/attachments/kept-files.ts';
import { askAboutUpload } from '../../../../features/attachments/upload-protocol.ts';
import { readDraftId } from '../../../../features/submit/draft/kept-draft.ts';
import { uploadPath } from '../../../../features/submit/draft/upload-path.ts';

const shape = z.object({
  draft: z.string(),
  id: z.string().max(100),
  url: z
    .string()
    .transform((url) => url.replace(/^\/api/, ''))
    .pipe(z.string().regex(uploadPath)),
  name: z.string().max(1_000),
  size: z.number().int().min(1),
});

const forbidden = () => new Response(null, { status: 403 });
const isOwn = (request: Request) => request.headers.get('origin') === readConfig().webOrigin;

/** Keeps a file that has arrived whole with the answers of its draft. 409: there are ten; 503: try again. */
export async function POST(request: Request): Promise<Response> {
  if (!isOwn(request)) return forbidden();
  const asked = shape.safeParse(await request.json().catch(() => null));
  if (!asked.success) return new Response(null, { status: 400 });
  const { id, url, name, size } = asked.data;
  const draft = readDraftId(asked.data.draft);
  if (!draft) return new Response(null, { status: 400 });
  const upload = await askAboutUpload(url, 'ar', { method: 'HEAD' });
  // The server puts a complete upload together before it says where it is.
  const isWhole = upload?.ok && upload.headers.get('upload-offset') === upload.headers.get('upload-length');
  if (!isWhole) return new Response(null, { status: 503 });
  const outcome = await keepFile(draft, { id, url, name, bytes: size });
  return new Response(null, { status: { kept: 204, many: 409, away: 503 }[outcome] });
}

/** Takes a file back. 503: it may be kept still, try again. */
export async function DELETE(request: Request): Promise<Response> {
  if (!isOwn(request)) return forbidden();
  const { searchParams } = new URL(request.url);
  const draft = readDraftId(searchParams.get('draft'));
  const gone = draft ? await dropKeptFile(draft, searchParams.get('id') ?? '') : null;
  if (gone === 'away') return new Response(null, { status: 503 });
  if (gone) await askAboutUpload(gone.url, 'ar', { method: 'DELETE' });
  return new Response(null, { status: 204 });
}
