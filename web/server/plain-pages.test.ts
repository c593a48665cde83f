import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { sendWithoutRuntime } from './plain-pages.ts';

const servers: ReturnType<typeof createServer>[] = [];

afterEach(async () => {
  await Promise.all(servers.splice(0).map((server) => new Promise((resolve) => server.close(resolve))));
});

/** What a browser gets when Next writes this. */
async function get(
  write: RequestListener,
  path = '/ar',
  headers: Record<string, string> = {},
): Promise<Response> {
  const server = createServer((request, response) => {
    sendWithoutRuntime(request, response);
    write(request, response);
  });
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return fetch(`http://127.0.0.1:${port}${path}`, {
    redirect: 'manual',
    headers: { connection: 'close', ...headers },
  });
}

const html = { 'content-type': 'text/html; charset=utf-8' };

describe('a plain page', () => {
  it('is sent without scripts, however it was written', async () => {
    const answer = await get((_, response) => {
      response.writeHead(200, html);
      response.write('<main>نص<script>self.');
      response.flushHeaders();
      response.write(Buffer.from('x=1</script>'));
      response.end('</main>');
    });
    expect(await answer.text()).toBe('<main>نص</main>');
    expect(answer.headers.get('content-length')).toBe(String(Buffer.byteLength('<main>نص</main>')));
  });

  it('is compressed for browsers that can read that', async () => {
    const long = `<main>${'نص طويل '.repeat(500)}</main>`;
    const answer = await get((_, response) => response.writeHead(200, html).end(long), '/ar', {
      'accept-encoding': 'br, gzip',
    });
    expect(answer.headers.get('content-encoding')).toBe('br');
    expect(await answer.text()).toBe(long);
  });

  it('passes a redirect on as it is', async () => {
    const answer = await get((_, response) => {
      response.writeHead(307, { ...html, location: '/ar/submit/type' });
      response.end('<html id="__next_error__">');
    });
    expect([answer.status, answer.headers.get('location')]).toEqual([307, '/ar/submit/type']);
    expect(await answer.text()).toBe('');
  });

  it('may say that something was not found, or is away', async () => {
    const answer = await get((_, response) =>
      response.writeHead(200, html).end('<main data-status="404">x</main>'),
    );
    expect(answer.status).toBe(404);
  });

  it.each([
    [200, html, '<html id="__next_error__"><body></body></html>'],
    [500, { 'content-type': 'text/plain' }, 'Internal Server Error at postgres://user:secret@host'],
  ])('that could not be made (%i) says so in words and shows nothing else', async (status, headers, body) => {
    const answer = await get((_, response) => response.writeHead(status, headers).end(body), '/en/track');
    expect(answer.status).toBe(500);
    const text = await answer.text();
    expect(text).toContain('Something went wrong on our side');
    expect(text).not.toContain('postgres');
  });

  it('leaves what is no page alone', async () => {
    const answer = await get((_, response) => {
      response.writeHead(200, { 'content-type': 'text/x-component' }).end('0:<script>');
    });
    expect(await answer.text()).toBe('0:<script>');
  });
});
