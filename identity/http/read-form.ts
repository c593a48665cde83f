import type { IncomingMessage } from 'node:http';

const most = 4_096;

/** The fields of a submitted form; null when it is no form, or larger than a sign-in can be. */
export async function readForm(request: IncomingMessage): Promise<URLSearchParams | null> {
  const type = request.headers['content-type']?.split(';')[0]?.trim().toLowerCase();
  let size = 0;
  const chunks: Buffer[] = [];
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size <= most) chunks.push(chunk);
  }
  if (type !== 'application/x-www-form-urlencoded' || size > most) return null;
  return new URLSearchParams(Buffer.concat(chunks).toString('utf8'));
}
