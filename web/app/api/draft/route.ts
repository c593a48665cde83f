import { randomUUID } from 'node:crypto';
import { lengthOf } from '@bekhedmetkom/text/length';
import { readConfig } from '../../../config.ts';
import { readFields } from '../../../features/forms/form-result.ts';
import { limits } from '../../../features/submit/draft.ts';
import { readDraft, writeDraft } from '../../../features/submit/draft-cookie.ts';

const kept = ['subject', 'text', 'district', 'name', 'phone', 'email'] as const;

/** Keeps unfinished answers while they are typed; checks nothing but their length. */
export async function POST(request: Request): Promise<Response> {
  if (request.headers.get('origin') !== readConfig().webOrigin) return new Response(null, { status: 403 });
  const form = await request.formData().catch(() => null);
  if (!form) return new Response(null, { status: 400 });
  const fields = readFields(form);
  const answers = Object.fromEntries(
    kept.flatMap((name) => {
      const typed = fields[name];
      return typed !== undefined && lengthOf(typed) <= limits.text.max ? [[name, typed]] : [];
    }),
  );
  const draft = (await readDraft()) ?? { key: randomUUID() };
  return new Response(null, { status: (await writeDraft({ ...draft, ...answers })) ? 204 : 413 });
}
