import { governorateOf } from '../../../features/submit/place/governorate-of.ts';
import { readPoint } from '../../../features/submit/place/read-point.ts';

export const dynamic = 'force-dynamic';

/**
 * For the map of the form: what a box of coordinates says (`point`, as typed), and in which governorate it is. 400
 * when it cannot be read; `governorate` is null outside the country and absent while that cannot be asked.
 */
export async function GET(request: Request): Promise<Response> {
  const typed = new URL(request.url).searchParams.get('point') ?? '';
  const point = typed.length > 200 ? undefined : readPoint(typed);
  if (!point) return new Response(null, { status: 400 });
  const found = await governorateOf(point);
  if (found === 'unknown') return Response.json({ point });
  return Response.json({ point, governorate: found === 'outside' ? null : found.code });
}
