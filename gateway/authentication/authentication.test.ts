import { createHmac } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { SignJWT, UnsecuredJWT } from 'jose';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { post, sleep } from '../testing/toy-client.ts';
import { openToyGraph, type ToyGraph, webOrigin } from '../testing/toy-graph.ts';

let toys: ToyGraph;
let url: string;
beforeAll(async () => {
  toys = await openToyGraph({ queryPatience: 500 });
  url = toys.gateway.url;
  // The issuer's keys are known from here on.
  await who(await toys.issuer.token('first'));
});
afterAll(() => toys[Symbol.asyncDispose]());

const ask = (headers: Record<string, string>) => post(url, '{ whoAmI }', { headers });
const viewerOf = async (headers: Record<string, string>) =>
  JSON.parse(String((await ask(headers)).data?.whoAmI));
const who = (token: string) => viewerOf({ authorization: `Bearer ${token}` });

async function expectRefused(token: string): Promise<void> {
  toys.complaint.calls.length = 0;
  const asked = toys.issuer.requests.length;
  const { status, data, errors } = await ask({ authorization: `Bearer ${token}` });
  expect(status).toBe(401);
  expect(data).toBeUndefined();
  expect(errors?.[0]?.extensions?.code).toBe('UNAUTHENTICATED');
  expect(toys.complaint.calls).toEqual([]);
  expect(toys.issuer.requests.length).toBe(asked);
}

describe('an access token', () => {
  it('says who asks', async () => {
    expect(await who(await toys.issuer.token('amal'))).toMatchObject({ kind: 'person', subject: 'amal' });
  });

  it('is refused when it is signed with no algorithm', async () => {
    const token = new UnsecuredJWT({ sub: 'amal' })
      .setIssuer(toys.issuer.url)
      .setAudience('bekhedmetkom')
      .setExpirationTime('5m');
    await expectRefused(token.encode());
  });

  it('is refused when the public key was used as a shared secret', async () => {
    const [, payload] = (await toys.issuer.token('amal')).split('.');
    const header = Buffer.from(JSON.stringify({ alg: 'HS256', typ: 'at+jwt', kid: 'key-1' })).toString(
      'base64url',
    );
    const secret = JSON.stringify(toys.issuer.publicJwk);
    const signature = createHmac('sha256', secret).update(`${header}.${payload}`).digest('base64url');
    await expectRefused(`${header}.${payload}.${signature}`);
  });

  it.each(['../../../../dev/null', '/etc/passwd', "' OR 1=1 --"])(
    'is refused when its key id is %s',
    async (kid) => {
      await expectRefused(await toys.issuer.token('amal', {}, { kid }));
    },
  );

  it('is refused when it brings its own key, or an address of keys, to which nothing is sent', async () => {
    let asked = 0;
    const server = createServer((_, response) => {
      asked += 1;
      response.end('{"keys":[]}');
    }).listen(0, '127.0.0.1');
    const address = () => `http://127.0.0.1:${(server.address() as AddressInfo).port}/jwks`;
    await new Promise((resolve) => server.once('listening', resolve));
    const { generateKeyPair, exportJWK } = await import('jose');
    const pair = await generateKeyPair('RS256', { extractable: true });
    const jwk = await exportJWK(pair.publicKey);
    for (const header of [{ jwk }, { jku: address() }, { x5u: address() }, { jwk, kid: 'key-1' }]) {
      const token = await new SignJWT({ sub: 'amal' })
        .setProtectedHeader({ alg: 'RS256', typ: 'at+jwt', kid: 'key-1', ...header })
        .setIssuer(toys.issuer.url)
        .setAudience('bekhedmetkom')
        .setExpirationTime('5m')
        .sign(pair.privateKey);
      await expectRefused(token);
    }
    expect(asked).toBe(0);
    server.close();
  });

  it.each([
    ['another issuer', { iss: 'https://evil.test' }, {}],
    ['another audience', { aud: 'another' }, {}],
    ['no subject', { sub: undefined }, {}],
    ['no expiry', { exp: undefined }, {}],
    ['an expiry in the past', { exp: Math.floor(Date.now() / 1000) - 60 }, {}],
    ['the type of an ID token', {}, { typ: 'JWT' }],
  ])('is refused with %s', async (_, claims, header) => {
    await expectRefused(await toys.issuer.token('amal', claims as never, header));
  });

  it.each(['Basic YTpi', 'Bearer', 'Bearer a b', 'x'])(
    'is refused in the header %j',
    async (authorization) => {
      expect((await ask({ authorization })).status).toBe(401);
    },
  );
});

describe('the session cookie', () => {
  it('counts from a page of the web application', async () => {
    const cookie = `theme=dark; bk_session=${await toys.issuer.token('amal')}`;
    expect(await viewerOf({ cookie, origin: webOrigin })).toMatchObject({ subject: 'amal' });
  });

  it('does not count from any other page, nor without one', async () => {
    const cookie = `bk_session=${await toys.issuer.token('amal')}`;
    expect(await viewerOf({ cookie, origin: 'https://evil.test' })).toMatchObject({ kind: 'anonymous' });
    expect(await viewerOf({ cookie })).toMatchObject({ kind: 'anonymous' });
  });
});

describe('signing out', () => {
  it('makes the token good no more', async () => {
    const token = await toys.issuer.token('leaver');
    const headers = { authorization: `Bearer ${token}` };
    await who(token);
    expect((await fetch(`${url}/logout`, { method: 'POST', headers })).status).toBe(204);
    expect((await ask(headers)).status).toBe(401);
    expect((await fetch(`${url}/logout`, { method: 'POST', headers })).status).toBe(204);
  });
});

describe('grants', () => {
  it('come from the directory, asked as a service, together for all who ask at once', async () => {
    toys.grants.set('staff', [
      { role: 'QUALITY_REVIEWER', scope: null },
      { role: 'MAIN_FOCAL_POINT', scope: 'MOH' },
    ]);
    const tokens = await Promise.all(['staff', 'p2', 'p3'].map((subject) => toys.issuer.token(subject)));
    toys.directory.calls.length = 0;
    const [staff] = await Promise.all(tokens.map(who));
    expect(staff.grants).toEqual([
      { role: 'MAIN_FOCAL_POINT', scope: 'MOH' },
      { role: 'QUALITY_REVIEWER', scope: null },
    ]);
    expect(toys.directory.calls.length).toBeLessThanOrEqual(2);
    expect(toys.directory.calls[0]?.viewer).toMatchObject({ kind: 'service', subject: 'gateway' });
  });

  it('are those of three seconds ago at most', async () => {
    const token = await toys.issuer.token('mover');
    expect((await who(token)).grants).toEqual([]);
    toys.grants.set('mover', [{ role: 'OPERATION_ROOM', scope: null }]);
    await sleep(2_100);
    expect((await who(token)).grants).toEqual([{ role: 'OPERATION_ROOM', scope: null }]);
  });

  it('stay what they were while the directory is down; somebody unknown has none', async () => {
    toys.grants.set('steady', [{ role: 'OPERATION_ROOM', scope: null }]);
    const [steady, stranger] = await Promise.all([
      toys.issuer.token('steady'),
      toys.issuer.token('stranger'),
    ]);
    await who(steady);
    await toys.directory.stop();
    try {
      await sleep(2_100);
      expect((await who(steady)).grants).toEqual([{ role: 'OPERATION_ROOM', scope: null }]);
      expect((await who(stranger)).grants).toEqual([]);
    } finally {
      await toys.directory.startAgain();
    }
  });
});

describe('the issuer', () => {
  it('may be down once its keys are known', async () => {
    const token = await toys.issuer.token('amal');
    await toys.issuer.stop();
    expect(await who(token)).toMatchObject({ subject: 'amal' });
  });

  it('being down from the start makes signing in unavailable, and nothing else', async () => {
    const gateway = await toys.startGateway();
    const token = await toys.issuer.token('amal');
    const { status, errors } = await post(gateway.url, '{ whoAmI }', {
      headers: { authorization: `Bearer ${token}` },
    });
    expect(status).toBe(503);
    expect(errors?.[0]?.extensions?.code).toBe('SERVICE_UNAVAILABLE');
    expect((await post(gateway.url, '{ whoAmI }')).errors).toBeUndefined();
  });
});
