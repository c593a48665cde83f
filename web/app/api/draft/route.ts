import { lengthOf } from '@bekhedmetkom/text/length';
import { readConfig } from '../../../config.ts';
import { readFields } from '../../../features/forms/form-result.ts';
import { limits } from '../../../features/submit/draft.ts';
import { changeDraft, readDraftId } from '../../../features/submit/kept-draft.ts';
import { readPreset } from '../../../features/submit/step-path.ts';

const boxes = [
  'subject',
  'text',
  'creditedName',
  'district',
  'point',
  'name',
  'phone',
  'email',
  'quietPhone',
  'quietEmail',
] as const;

/** Keeps unfinished answers while they are typed; checks nothing but their length. 413: they could not be kept. */
export async function POST(request: Request): Promise<Response> {
  if (request.headers.get('origin') !== readConfig().webOrigin) return new Response(null, { status: 403 });
  const form = await request.formData().catch(() => null);
  const fields = form && readFields(form);
  const id = readDraftId(fields?.draft);
  if (!fields || !id) return new Response(null, { status: 400 });
  const typed = Object.fromEntries(
    boxes.flatMap((name) => {
      const text = fields[name];
      return text !== undefined && lengthOf(text) <= 2 * limits.text.max ? [[name, text]] : [];
    }),
  );
  const preset = readPreset({ type: fields.presetType, entity: fields.presetEntity });
  const draft = await changeDraft(id, (before) =>
    before.sent ? before : { ...preset, ...before, typed: { ...before.typed, ...typed } },
  );
  return new Response(null, { status: draft ? 204 : 413 });
}
