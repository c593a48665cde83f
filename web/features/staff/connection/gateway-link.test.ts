/** The line to the gateway, on a real gateway over toy subgraphs that are cut, stopped, hung and signed out. */
import type { TypedDocumentNode } from '@urql/core';
import { parse } from 'graphql';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import { openToyGraph, type ToyGraph } from '../../../../gateway/testing/toy-graph.ts';
import { type GatewayLink, openGatewayLink } from './gateway-link.island.ts';

interface Heard {
  operationFeed: {
    cursor: string;
    version: number;
    risky: number | null;
    case: { id: string; entity: { name: string | null } | null };
  };
}

const feed = parse(`
  subscription Feed($after: Cursor) {
    operationFeed(after: $after) { cursor version risky case { id entity { name } } }
  }
`) as TypedDocumentNode<Heard, { after: string | null }>;

let toys: ToyGraph;
const links: GatewayLink[] = [];
beforeEach(async () => {
  toys = await openToyGraph({ streamLinger: 100, queryPatience: 500, messagesPerMinute: 10_000 });
  toys.grants.set('room', [{ role: 'OPERATION_ROOM', scope: null }]);
});
afterEach(async () => {
  for (const link of links.splice(0)) link.close();
  await toys[Symbol.asyncDispose]();
});

/** A link as a browser holds it; counts its sockets, and can cut the one that is open. */
function openLink(url = toys.gateway.url) {
  const sockets: WebSocket[] = [];
  const news: string[] = [];
  class Counted extends WebSocket {
    constructor(address: string, protocol: string) {
      super(address, protocol);
      sockets.push(this);
    }
  }
  let alive = true;
  let renewable = true;
  let renewals = 0;
  let signedOut = 0;
  const link = openGatewayLink({
    gatewayUrl: url,
    language: 'en',
    onNews: (one) => void news.push(one),
    onSignedOut: () => {
      signedOut += 1;
    },
    async renewSession() {
      renewals += 1;
      alive ||= renewable;
      return alive;
    },
    socket: {
      webSocketImpl: Counted,
      connectionParams: async () => ({
        authorization: `Bearer ${alive ? await toys.issuer.token('room') : 'expired'}`,
      }),
    },
  });
  links.push(link);
  return {
    link,
    news,
    sockets,
    cut: () => sockets.at(-1)?.terminate(),
    /** The session runs out; whether it can be renewed. */
    expire(canBeRenewed: boolean) {
      alive = false;
      renewable = canBeRenewed;
    },
    signIn() {
      alive = true;
    },
    counts: () => ({ renewals, signedOut }),
  };
}

function follow(link: GatewayLink, got: Heard['operationFeed'][]) {
  return link.follow({
    document: feed,
    variables: (after) => ({ after }),
    cursorOf: (data) => data.operationFeed.cursor,
    onEvent: (data) => void got.push(data.operationFeed),
  });
}

const often = { interval: 10 };
const followed = () => expect.poll(() => toys.log.followers, often).toBeGreaterThan(0);
const versions = (got: Heard['operationFeed'][]) => got.map(({ version }) => version);
const upTo = (last: number) => Array.from({ length: last }, (_, index) => index + 1);

describe('an event with data', () => {
  it('is an event although a part of it could not be had, and moves the cursor', async () => {
    const { link, sockets } = openLink();
    const got: Heard['operationFeed'][] = [];
    follow(link, got);
    await followed();
    toys.directory.hang(true);
    for (const version of upTo(5)) toys.log.append('1', version);
    await expect.poll(() => versions(got), often).toEqual(upTo(5));
    toys.directory.hang(false);
    toys.log.append('1', 6);
    await expect.poll(() => versions(got), often).toEqual(upTo(6));
    expect(sockets).toHaveLength(1);
  });

  it('of which one field always errs holds up nothing after it', async () => {
    const { link, sockets } = openLink();
    const got: Heard['operationFeed'][] = [];
    follow(link, got);
    await followed();
    // The toy graph errs at the field `risky` of version 13.
    for (const version of upTo(20)) toys.log.append('1', version);
    await expect.poll(() => versions(got), often).toEqual(upTo(20));
    expect(got[12]?.risky).toBeNull();
    expect(sockets).toHaveLength(1);
  });
});

describe('one socket', () => {
  it('serves all streams, also after it was cut', async () => {
    const { link, sockets, cut } = openLink();
    const [one, other]: [Heard['operationFeed'][], Heard['operationFeed'][]] = [[], []];
    follow(link, one);
    follow(link, other);
    await followed();
    toys.log.append('1', 1);
    await expect.poll(() => one.length + other.length, often).toBe(2);
    cut();
    toys.log.append('1', 2);
    await expect.poll(() => one.length + other.length, often).toBe(4);
    expect(sockets).toHaveLength(2);
  });

  it('is not opened while the browser is offline, and at once when it is back', async () => {
    const { link, sockets, news } = openLink();
    const got: Heard['operationFeed'][] = [];
    follow(link, got);
    await followed();
    toys.log.append('1', 1);
    await expect.poll(() => versions(got), often).toEqual([1]);
    link.offline();
    expect(news.at(-1)).toBe('down');
    await expect.poll(() => toys.log.followers, often).toBe(0);
    toys.log.append('1', 2);
    expect(sockets).toHaveLength(1);
    link.retryNow();
    await expect.poll(() => versions(got), often).toEqual([1, 2]);
    expect(sockets).toHaveLength(2);
  });
});

describe('a session that has run out', () => {
  it('is said once and not asked for again until somebody looks', async () => {
    const scene = openLink();
    const got: Heard['operationFeed'][] = [];
    follow(scene.link, got);
    await followed();
    toys.log.append('1', 1);
    await expect.poll(() => versions(got), often).toEqual([1]);
    scene.expire(false);
    scene.cut();
    await expect.poll(() => scene.counts().signedOut, often).toBe(1);
    toys.log.append('1', 2);
    const { renewals } = scene.counts();
    scene.signIn();
    expect(scene.counts().renewals).toBe(renewals);
    scene.link.retryNow();
    await expect.poll(() => versions(got), often).toEqual([1, 2]);
  });
});

describe('two hundred breaks under load', () => {
  it('lose nothing and double nothing, and each is followed by new events', async () => {
    const scene = openLink();
    const got: Heard['operationFeed'][] = [];
    follow(scene.link, got);
    await followed();
    let version = 0;
    const load = setInterval(() => toys.log.append('1', ++version), 10);
    try {
      // Before the first event nobody knows where the stream began.
      await expect.poll(() => got.length, often).toBeGreaterThan(0);
      for (let round = 0; round < 200; round += 1) {
        if (round % 20 === 7) {
          await toys.complaint.stop();
          await toys.complaint.startAgain();
        } else if (round % 3 === 0) toys.complaint.cut();
        else if (round % 3 === 1) scene.cut();
        else {
          scene.expire(true);
          scene.cut();
        }
        const mark = version;
        await expect.poll(() => got.at(-1)?.version ?? 0, often).toBeGreaterThan(mark);
      }
    } finally {
      clearInterval(load);
    }
    await expect.poll(() => got.length, often).toBe(version);
    expect(versions(got)).toEqual(upTo(version));
  });
});
