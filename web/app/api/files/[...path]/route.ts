import { readConfig } from '../../../../config.ts';
import { gatewayHeaders, languageOf } from '../../../../graphql/gateway-headers.ts';

export const dynamic = 'force-dynamic';

const asked = ['content-type', 'content-length', 'upload-offset', 'tus-resumable', 'range'];
const told = [
  'content-type',
  'content-length',
  'content-disposition',
  'content-range',
  'content-security-policy',
  'cross-origin-resource-policy',
  'accept-ranges',
  'cache-control',
  'tus-resumable',
  'upload-length',
  'upload-offset',
  'upload-state',
];

/** The bytes of files on their way between a browser and the gateway, passed on as they come. */
async function pass(
  request: Request,
  { params }: { params: Promise<{ path: string[] }> },
): Promise<Response> {
  const { path } = await params;
  const language = languageOf(request.headers.get('accept-language') ?? '');
  const { accept: _, ...headers } = await gatewayHeaders(language);
  for (const name of asked) {
    const value = request.headers.get(name);
    if (value !== null) headers[name] = value;
  }
  const answer = await fetch(`${readConfig().gatewayUrl}/files/${path.map(encodeURIComponent).join('/')}`, {
    method: request.method,
    headers,
    ...(request.body && { body: request.body, duplex: 'half' }),
    cache: 'no-store',
    redirect: 'manual',
    signal: request.signal,
  } as RequestInit).catch(() => null);
  if (!answer) return new Response(null, { status: 503, headers: { 'retry-after': '2' } });
  const back = new Headers({ 'x-content-type-options': 'nosniff' });
  for (const name of told) {
    const value = answer.headers.get(name);
    if (value !== null) back.set(name, value);
  }
  return new Response(answer.body, { status: answer.status, headers: back });
}

export { pass as DELETE, pass as GET, pass as HEAD, pass as PATCH };
