/** The complaint subgraph of one test: its own database, over real HTTP and WebSocket. */
import { randomBytes } from 'node:crypto';
import type { Viewer } from '@bekhedmetkom/platform/auth';
import { openMemoryBus } from '@bekhedmetkom/platform/bus';
import { runJobs } from '@bekhedmetkom/platform/jobs';
import { openLimits } from '@bekhedmetkom/platform/limits';
import { type LogSubscription, openLogSubscription, startRelay } from '@bekhedmetkom/platform/outbox';
import { serveSubgraph } from '@bekhedmetkom/platform/subgraph';
import { openLogger, openMetrics } from '@bekhedmetkom/platform/telemetry';
import { complaintTopic as topic } from '@bekhedmetkom/schema/events/complaint';
import { createClient } from 'graphql-ws';
import { expect, onTestFinished } from 'vitest';
import { WebSocket } from 'ws';
import { openTestDatabase } from '../../../test/harness/database.ts';
import { eventually } from '../../../test/harness/eventually.ts';
import { openTestKeys } from '../../../test/harness/keys.ts';
import { makeScanFile } from '../attachment/keep/scan-files.ts';
import type { AttachmentSettings } from '../attachment/setup/attachment-settings.ts';
import { openTestAttachments } from '../attachment/testing/open-test-attachments.ts';
import { createComplaintModule } from '../create-complaint-module.ts';
import { entities } from '../database/entities.ts';
import { migrations } from '../database/migrations.ts';
import { applyDirectoryEvents, loadDirectory } from '../directory/directory.store.ts';
import type { Directory } from '../directory/directory.ts';
import { announced } from './small-directory.ts';

export interface Answer {
  /** Has the shape of its question. */
  data: ReturnType<JSON['parse']>;
  errors?: { message: string; path?: string[]; extensions: Record<string, unknown> }[];
}

/** Opens everything; it is closed when the test has finished. */
export async function openComplaint(given: { attachments?: Partial<AttachmentSettings> } = {}) {
  const test = await openTestDatabase('complaint', migrations, { entities, poolSize: 16 });
  onTestFinished(() => test[Symbol.asyncDispose]());
  const { database } = test;
  await database.transaction((tx) =>
    applyDirectoryEvents(
      tx,
      announced.map(({ type, payload }, i) => ({
        type,
        payload,
        position: i + 1,
        id: '',
        key: '',
        version: 1,
        at: '',
      })),
    ),
  );
  // Chance has no place in tests: only answers that must be are scored, unless a test says otherwise.
  await database.query('update rubric_version set sample_percent = 0');
  let directory = await loadDirectory(database);
  const keys = await openTestKeys();
  const bus = openMemoryBus();
  const logger = openLogger('complaint', 'silent');
  const metrics = openMetrics('complaint');
  const parts = { database, bus, topic, logger, metrics };
  const relay = startRelay(parts);
  const log = await openLogSubscription(parts);
  let streams = 0;
  const tail: LogSubscription = {
    get position() {
      return log.position;
    },
    subscribe(options) {
      streams += 1;
      return log.subscribe(options);
    },
    skip: log.skip,
    close: log.close,
  };
  const contactKey = randomBytes(32);
  const attachments = await openTestAttachments(given.attachments, { database, contactKey, logger });
  const module = await createComplaintModule({
    database,
    tail,
    contactKey,
    submissionsPerContact: 10,
    limits: openLimits({ redisUrl: null, secret: contactKey, logger }),
    attachments,
    directory: () => directory,
    wakeRelay: relay.wake,
  });
  // The other jobs are done by the tests that are about them.
  const { scanner } = attachments;
  const groups = scanner ? [{ handlers: [makeScanFile(attachments, scanner)], atOnce: 4 }] : null;
  const scans = groups && runJobs({ ...parts, subgraph: 'complaint', url: test.url, groups, poll: 20 });
  const verifier = await keys.verifierFor('complaint');
  const served = await serveSubgraph({
    name: 'complaint',
    ...module,
    host: '127.0.0.1',
    port: 0,
    verifier,
    log: database,
    ready: () => database.ping(),
    logger,
    metrics,
  });
  onTestFinished(async () => {
    await served.close();
    await scans?.close();
    await tail.close();
    await relay.close();
    await bus.close();
  });

  /** Takes over what the directory announces later: calendars, policies. */
  async function announce(...events: { type: string; payload: unknown }[]): Promise<Directory> {
    const logged = events.map((event) => ({
      ...event,
      position: 1_000,
      id: '',
      key: '',
      version: 1,
      at: '',
    }));
    await database.transaction((tx) => applyDirectoryEvents(tx, logged));
    directory = await loadDirectory(database);
    return directory;
  }

  async function ask(viewer: Viewer, query: string, variables: object = {}): Promise<Answer> {
    const response = await fetch(`${served.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...(await keys.headersFor(viewer, 'complaint')) },
      body: JSON.stringify({ query, variables }),
    });
    return (await response.json()) as Answer;
  }

  async function openStream(viewer: Viewer, query: string, variables: Record<string, unknown>) {
    const client = createClient({
      url: `${served.url.replace('http', 'ws')}/graphql`,
      webSocketImpl: WebSocket,
      retryAttempts: 0,
      connectionParams: { identity: await keys.signer.sign(viewer, 'complaint') },
    });
    onTestFinished(() => void client.dispose());
    const seen: Answer[] = [];
    const ended = Promise.withResolvers<void>();
    const before = streams;
    client.subscribe(
      { query, variables },
      {
        next: (result) => seen.push(result as unknown as Answer),
        error: (errors) => {
          seen.push({ data: null, errors: errors as unknown as Answer['errors'] });
          ended.resolve();
        },
        complete: () => ended.resolve(),
      },
    );
    // What happens from now on is seen.
    await eventually(() => expect(streams > before || seen.length > 0).toBe(true));
    return { seen, ended: ended.promise };
  }

  let last: Promise<unknown> = Promise.resolve();
  /** Subscribes, one after the other, so that each is open, or was refused, when it is given. */
  function watch(viewer: Viewer, query: string, variables: Record<string, unknown> = {}) {
    const stream = last.then(() => openStream(viewer, query, variables));
    last = stream.catch(() => {});
    return stream;
  }

  /** Asks for something beside the graph, as the viewer. */
  async function fetchAs(viewer: Viewer, path: string, init: RequestInit = {}): Promise<Response> {
    const headers = new Headers(init.headers);
    for (const [name, value] of Object.entries(await keys.headersFor(viewer, 'complaint'))) {
      headers.set(name, value);
    }
    return fetch(`${served.url}${path}`, { ...init, headers });
  }

  const identityOf = (viewer: Viewer) => keys.headersFor(viewer, 'complaint');

  return {
    ...test,
    announce,
    ask,
    watch,
    fetchAs,
    identityOf,
    url: served.url,
    databaseUrl: test.url,
    directory,
    contactKey,
    tail,
    attachments,
  };
}

export type Complaint = Awaited<ReturnType<typeof openComplaint>>;
