import { z } from 'zod';
import { readConfig } from '../../../../config.ts';
import { dropKeptFile, keepFile } from '../../../../features/attachments/kept-files.ts';
import { askAboutUpload, uploadPath } from '../../../../features/attachments/upload-protocol.ts';

const shape = z.object({
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

/** Keeps a file that has arrived whole with the answers of this browser. */
export async function POST(request: Request): Promise<Response> {
  if (!isOwn(request)) return forbidden();
  const asked = shape.safeParse(await request.json().catch(() => null));
  if (!asked.success) return new Response(null, { status: 400 });
  const { id, url, name, size } = asked.data;
  const upload = await askAboutUpload(url, 'ar', { method: 'HEAD' });
  const whole = upload?.headers.get('upload-state') !== 'UPLOADING';
  if (!upload?.ok || !whole) return new Response(null, { status: 503 });
  return new Response(null, { status: (await keepFile({ id, url, name, bytes: size })) ? 204 : 409 });
}

/** Takes a file back. */
export async function DELETE(request: Request): Promise<Response> {
  if (!isOwn(request)) return forbidden();
  const gone = await dropKeptFile(new URL(request.url).searchParams.get('id') ?? '');
  if (gone) await askAboutUpload(gone.url, 'ar', { method: 'DELETE' });
  return new Response(null, { status: 204 });
}
