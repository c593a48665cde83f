import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Clock, type Grant, makeKeyPair, ownClock } from '@bekhedmetkom/platform/auth';
import { Fault } from '@bekhedmetkom/platform/errors';
import { decodeCursor } from '@bekhedmetkom/platform/outbox';
import type { Program } from '@bekhedmetkom/platform/program';
import { type Config, readConfig } from '../config.ts';
import { start } from '../main.ts';
import type { Tuning } from '../tuning.ts';
import { serveToyIssuer, type ToyIssuer } from './toy-issuer.ts';
import { cursorOf, mapEvents, ToyLog } from './toy-log.ts';
import { complaintSdl, composeToys, directorySdl, kpiSdl } from './toy-schemas.ts';
import { type Resolvers, serveToy, type ToyContext, type ToySubgraph } from './toy-subgraph.ts';

export const webOrigin = 'http://web.test';

const kase = (id: string) => ({
  id,
  subject: `subject ${id}`,
  entity: { code: `E${id}` },
  owner: { code: 'O' },
});

function complaintResolvers(log: ToyLog): Resolvers {
  const follow = (after: string | null | undefined, field: string) =>
    mapEvents(log.follow(after ? decodeCursor(after) : null), (event) => ({
      [field]: { cursor: cursorOf(event), version: event.version, case: kase(event.caseId) },
    }));
  return {
    Query: {
      case: (_, { id }: { id: string }) => kase(id),
      cases: (_, { first }: { first: number }) =>
        Array.from({ length: first }, (_each, index) => kase(String(index))),
      trackCase: (_, { reference, secret }: { reference: string; secret: string }) => {
        if (secret !== 'right') throw new Fault('NOT_FOUND', 'There is no such case.');
        return kase(reference);
      },
      boom: () => {
        throw new Error('connect to postgres://user:password@host failed');
      },
      slow: async (_, { milliseconds }: { milliseconds: number }) => {
        await new Promise((resolve) => setTimeout(resolve, milliseconds));
        return 'done';
      },
      whoAmI: (_, __, { viewer }) => JSON.stringify(viewer),
    },
    Mutation: {
      touch: (_, { id }: { id: string }) => kase(id),
      submitCase: (_, { input }: { input: { idempotencyKey: string } }) => kase(input.idempotencyKey),
      rate: (_, { input }: { input: { secret: string } }) => {
        if (input.secret !== 'right') throw new Fault('NOT_FOUND', 'There is no such case.');
        return kase('1');
      },
    },
    Case: {
      __resolveReference: (({ id }: { id: string }) => (id === 'nothing' ? null : kase(id))) as never,
      actions: (_, __, { viewer }) => [viewer.subject ?? 'nobody'],
    },
    CaseEvent: {
      risky: ({ version }: { version: number }) => {
        if (version === 13) throw new Error('thirteen');
        return version;
      },
      version: ({ version }: { version: number }) => {
        if (version === -666) throw new Error('postgres://secret');
        if (log.unreadable > 0) {
          log.unreadable -= 1;
          throw new Fault('SERVICE_UNAVAILABLE', 'The database is away.');
        }
        return version;
      },
    },
    Subscription: {
      operationFeed: {
        subscribe: (_, { after }: { after?: string }, { viewer }: ToyContext) => {
          if (!viewer.grants.some((grant) => grant.role === 'OPERATION_ROOM'))
            throw new Fault('FORBIDDEN', 'Not for you.');
          return follow(after, 'operationFeed');
        },
      },
      caseChanged: {
        subscribe: (_, { secret, after }: { secret?: string; after?: string }) => {
          if (secret !== 'right') throw new Fault('NOT_FOUND', 'There is no such case.');
          return follow(after, 'caseChanged');
        },
      },
      notificationReceived: {
        subscribe: (_, { after }: { after?: string }) => follow(after, 'notificationReceived'),
      },
    },
  };
}

function directoryResolvers(grants: Map<string, Grant[]>): Resolvers {
  return {
    Query: {
      entity: (_, { code }: { code: string }) => ({ code }),
      node: (_, { id }: { id: string }) => ({ __typename: 'Case', id }),
      authorisation: (_, { subject }: { subject: string }, { viewer }) => {
        if (viewer.kind !== 'service') throw new Fault('FORBIDDEN', 'Only for services.');
        return { grants: grants.get(subject) ?? [] };
      },
    },
    Entity: {
      __resolveReference: ((reference: { code: string }) => reference) as never,
      name: ({ code }: { code: string }) => `name of ${code}`,
      askedBy: (_, __, { viewer }) => JSON.stringify(viewer),
    },
  };
}

function kpiResolvers(log: ToyLog): Resolvers {
  const state = (received: number) => ({ kpiChanged: { cursor: 'state', received } });
  async function* now() {
    yield state(log.events.length);
  }
  const changes = () => {
    const [first, later] = [now(), mapEvents(log.follow(null), (event) => state(event.position))];
    const next = async () => {
      const result = await first.next();
      return result.done ? later.next() : result;
    };
    return { next, return: () => later.return?.(), [Symbol.asyncIterator]: changes };
  };
  return {
    Query: { received: () => log.events.length },
    Subscription: { kpiChanged: { subscribe: () => changes() } },
  };
}

export interface Toys extends AsyncDisposable {
  complaint: ToySubgraph;
  directory: ToySubgraph;
  kpi: ToySubgraph;
  issuer: ToyIssuer;
  log: ToyLog;
  kpiLog: ToyLog;
  /** What the directory says of a subject. */
  grants: Map<string, Grant[]>;
  /** The settings of a gateway over them. */
  environment: Record<string, string>;
}

/** Starts three toy subgraphs and an issuer. */
export async function openToys(clock: Clock = ownClock): Promise<Toys> {
  const stack = new AsyncDisposableStack();
  const folder = await mkdtemp(join(tmpdir(), 'bk-gateway-'));
  stack.defer(() => rm(folder, { recursive: true }));
  const supergraphFile = join(folder, 'supergraph.graphql');
  await writeFile(supergraphFile, composeToys());
  const { publicKey, privateKey } = await makeKeyPair();
  const log = new ToyLog();
  const kpiLog = new ToyLog();
  const grants = new Map<string, Grant[]>();
  const serve = async (name: string, sdl: string, resolvers: Resolvers) =>
    stack.use(await serveToy({ name, sdl, resolvers, publicKey, clock }));
  const complaint = await serve('complaint', complaintSdl, complaintResolvers(log));
  const directory = await serve('directory', directorySdl, directoryResolvers(grants));
  const kpi = await serve('kpi', kpiSdl, kpiResolvers(kpiLog));
  const issuer = stack.use(await serveToyIssuer());
  const environment = {
    PORT: '0',
    LOG_LEVEL: 'silent',
    METRICS_PORT: '0',
    SUPERGRAPH: supergraphFile,
    DIRECTORY_URL: directory.url,
    COMPLAINT_URL: complaint.url,
    KPI_URL: kpi.url,
    NOTIFICATION_URL: 'http://127.0.0.1:9',
    ISSUER_URL: issuer.url,
    WEB_ORIGIN: webOrigin,
    INTERNAL_PRIVATE_KEY: privateKey,
  };
  return {
    complaint,
    directory,
    kpi,
    issuer,
    log,
    kpiLog,
    grants,
    environment,
    [Symbol.asyncDispose]: () => stack.disposeAsync(),
  };
}

export interface ToyGraph extends Toys {
  gateway: Program;
  /** Starts another gateway over the same subgraphs. */
  startGateway(options?: Partial<Config>, tuning?: Partial<Tuning>): Promise<Program>;
}

/** Starts the toys, and a gateway over them in this process. */
export async function openToyGraph(
  tuning: Partial<Tuning> = {},
  settings: Partial<Config> = {},
  clock?: Clock,
): Promise<ToyGraph> {
  const toys = await openToys(clock);
  const gateways: Program[] = [];
  async function startGateway(
    more: Partial<Config> = {},
    moreTuning: Partial<Tuning> = {},
  ): Promise<Program> {
    const config = { ...readConfig(toys.environment as NodeJS.ProcessEnv), ...settings, ...more };
    const program = await start({ ...config, tuning: { ...tuning, ...moreTuning } });
    gateways.push(program);
    return program;
  }
  const gateway = await startGateway();
  return {
    ...toys,
    gateway,
    startGateway,
    async [Symbol.asyncDispose]() {
      await Promise.all(gateways.map((program) => program.close()));
      await toys[Symbol.asyncDispose]();
    },
  };
}
