import { request as ask, createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { anonymous } from '@bekhedmetkom/platform/auth';
import { describe, expect, it, onTestFinished } from 'vitest';
import { openTestKeys } from '../../test/harness/keys.ts';
import { openSubgraph } from '../upstream/subgraph.ts';
import { openFiles } from './files.ts';
import { HttpProblem } from './http-problem.ts';

const close = (server: ReturnType<typeof createServer>) =>
  onTestFinished(async () => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  });

async function listen(server: ReturnType<typeof createServer>): Promise<string> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  close(server);
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

/** A gateway's way to files in front of a program that keeps what it is sent. */
async function openWay(urls?: string[]) {
  const seen: { request: IncomingMessage; body: Buffer; whole: boolean }[] = [];
  const upstream = await listen(
    createServer(async (request, response) => {
      const chunks: Buffer[] = [];
      request.on('data', (chunk: Buffer) => chunks.push(chunk));
      await new Promise((resolve) =>
        request.once('close', resolve).once('end', resolve).on('error', resolve),
      );
      seen.push({ request, body: Buffer.concat(chunks), whole: request.complete });
      response.setHeader('upload-offset', 7).setHeader('set-cookie', 'inner=1').setHeader('x-inner', 'yes');
      response.setHeader('content-disposition', 'attachment; filename="a.pdf"');
      response
        .writeHead(request.method === 'PATCH' ? 204 : 200)
        .end(request.method === 'GET' ? 'content' : '');
    }),
  );
  const keys = await openTestKeys();
  const patience = { query: 1_000, mutation: 1_000 };
  const subgraph = openSubgraph({
    name: 'complaint',
    urls: urls ?? [upstream],
    signer: keys.signer,
    timeoutMs: patience,
  });
  const files = openFiles(subgraph);
  onTestFinished(() => {
    files.close();
    subgraph.close();
  });
  const url = await listen(
    createServer((request, response) => {
      files.answer(request, response, anonymous, 'request-1').catch((error: unknown) => {
        response.writeHead(error instanceof HttpProblem ? error.status : 500).end();
        request.resume();
      });
    }),
  );
  return { url, seen, verifier: await keys.verifierFor('complaint') };
}

describe('the way of files', () => {
  it('carries bytes in, under a signed identity and with nothing else of the caller’s', async () => {
    const { url, seen, verifier } = await openWay();
    const headers = {
      'content-type': 'application/offset+octet-stream',
      'upload-offset': '0',
      'x-internal-identity': 'forged',
      'x-user-id': 'p-or',
      cookie: 'bk_session=secret',
    };
    const answer = await fetch(`${url}/files/uploads/1?x=1`, { method: 'PATCH', headers, body: 'content' });
    expect([answer.status, answer.headers.get('upload-offset')]).toEqual([204, '7']);
    const [{ request, body } = { request: null, body: null }] = seen;
    expect([request?.url, String(body)]).toEqual(['/files/uploads/1', 'content']);
    expect(request?.headers.cookie).toBeUndefined();
    expect(request?.headers['x-user-id']).toBeUndefined();
    const viewer = await verifier.verify(String(request?.headers['x-internal-identity']));
    expect(viewer.kind).toBe('anonymous');
  });

  it('carries bytes out, with the headers that tell browsers what not to do', async () => {
    const { url } = await openWay();
    const answer = await fetch(`${url}/files/1/file/token`);
    expect(await answer.text()).toBe('content');
    expect(answer.headers.get('content-disposition')).toBe('attachment; filename="a.pdf"');
    expect([answer.headers.get('set-cookie'), answer.headers.get('x-inner')]).toEqual([null, null]);
  });

  it('passes on what came before a sender broke off', async () => {
    const { url, seen } = await openWay();
    const sending = ask(`${url}/files/uploads/1`, { method: 'PATCH', headers: { 'content-length': '1000' } });
    sending.on('error', () => {});
    sending.write('half of it');
    setTimeout(() => sending.destroy(), 100);
    for (let tries = 0; seen.length === 0 && tries < 100; tries++) {
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
    expect(seen.map(({ body, whole }) => [String(body), whole])).toEqual([['half of it', false]]);
  });

  it('serves downloads while uploads stand still, and bounds the transfers of one caller', async () => {
    const { url } = await openWay();
    const uploads = Array.from({ length: 48 }, () => {
      const sending = ask(`${url}/files/uploads/1`, { method: 'PATCH', headers: { 'content-length': '9' } });
      sending.on('error', () => {});
      sending.write('slow');
      return sending;
    });
    onTestFinished(() => {
      for (const sending of uploads) sending.destroy();
    });
    await expect
      .poll(async () => (await fetch(`${url}/files/uploads/2`, { method: 'PATCH', body: 'content' })).status)
      .toBe(429);
    for (let i = 0; i < 5; i++) {
      expect(await (await fetch(`${url}/files/1/file/token`)).text()).toBe('content');
    }
    uploads[0]?.destroy();
    await expect
      .poll(async () => (await fetch(`${url}/files/uploads/2`, { method: 'PATCH', body: 'content' })).status)
      .toBe(204);
  });

  it('answers 503 when nobody is there, and 405 to what is no way for files', async () => {
    const { url } = await openWay(['http://127.0.0.1:1']);
    expect((await fetch(`${url}/files/1/file/x`)).status).toBe(503);
    expect((await fetch(`${url}/files/1/file/x`, { method: 'POST', body: 'x' })).status).toBe(405);
  });
});
