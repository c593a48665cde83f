import { readConfig } from '../../../config.ts';
import { readFields } from '../../../features/forms/form-result.ts';
import { changeDraft, readDraftId } from '../../../features/submit/draft/kept-draft.ts';
import { readPreset } from '../../../features/submit/step-path.ts';
import { typedIn } from '../../../features/submit/typed.ts';

/** Keeps unfinished answers while they are typed; checks nothing. 413: they could not be kept. */
export async function POST(request: Request): Promise<Response> {
  if (request.headers.get('origin') !== readConfig().webOrigin) return new Response(null, { status: 403 });
  const form = await request.formData().catch(() => null);
  const fields = form && readFields(form);
  const id = readDraftId(fields?.draft);
  if (!fields || !id) return new Response(null, { status: 400 });
  const preset = readPreset({ type: fields.presetType, entity: fields.presetEntity });
  const draft = await changeDraft(id, (before) =>
    before.sent ? before : { ...preset, ...before, typed: { ...before.typed, ...typedIn(fields) } },
  );
  return new Response(null, { status: draft ? 204 : 413 });
}
