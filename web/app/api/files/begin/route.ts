import { z } from 'zod';
import { readConfig } from '../../../../config.ts';
import { beginUpload } from '../../../../features/attachments/upload-protocol.ts';
import { languageOf } from '../../../../graphql/gateway-headers.ts';
import { secretOf } from '../../../../session/cookies/followed-cases.ts';

const shape = z.object({
  name: z.string().max(1_000),
  size: z.number().int().min(0),
  type: z.string().max(200),
  /** Its first bytes, in base64. */
  head: z.string().max(10_000).optional(),
  /** The request that is being written, whose files count together. */
  draft: z.string().max(100).optional(),
  reference: z.string().max(40).optional(),
  caseId: z.string().max(100).optional(),
});

/** Begins an upload for a page's script: for a case that this device follows, for one of staff, or for none yet. */
export async function POST(request: Request): Promise<Response> {
  if (request.headers.get('origin') !== readConfig().webOrigin) return new Response(null, { status: 403 });
  const asked = shape.safeParse(await request.json().catch(() => null));
  if (!asked.success) return new Response(null, { status: 400 });
  const { reference, caseId, ...file } = asked.data;
  const target = reference ? { reference, secret: await secretOf(reference) } : caseId ? { caseId } : null;
  const begun = await beginUpload(file, target, languageOf(request.headers.get('accept-language') ?? ''));
  if (!('upload' in begun)) return Response.json(begun, { status: begun.message === null ? 503 : 422 });
  const { id, url, chunkBytes } = begun.upload;
  return Response.json({ id, url: `/api${url}`, chunkBytes });
}
