import { anonymous, type Viewer } from '@bekhedmetkom/platform/auth';
import { openMemoryBus } from '@bekhedmetkom/platform/bus';
import { complaintTopic } from '@bekhedmetkom/schema/events/complaint';
import { createClient } from 'graphql-ws';
import { expect, onTestFinished } from 'vitest';
import { z } from 'zod';
import { openTestDatabase } from '../../../test/harness/database.ts';
import { eventually } from '../../../test/harness/eventually.ts';
import { openTestKeys } from '../../../test/harness/keys.ts';
import { entities } from '../database/entities.ts';
import { migrations } from '../database/migrations.ts';
import { start } from '../main.ts';
import { caseEventOf, directoryAnnouncements, loggedOf } from './case-event.ts';
import { openTestPublisher } from './publisher.ts';

/** Somebody signed in, who reads English. */
export const person = (subject: string): Viewer => ({
  ...anonymous,
  kind: 'person',
  subject,
  language: 'en',
});
export const layla = person('p-layla');
export const omar = person('p-omar');

const unread = '{ notifications(unreadOnly: true) { totalCount edges { cursor node { id title readAt } } } }';
/** A page of notifications. */
export const list = z.object({
  data: z.object({
    notifications: z.object({
      totalCount: z.number(),
      edges: z.array(z.object({ cursor: z.string(), node: z.object({ id: z.string(), title: z.string() }) })),
    }),
  }),
});

/** The whole program, with the programs it follows standing by. Closed with the test. */
export async function openProgram() {
  const test = await openTestDatabase('notification', migrations, { entities });
  onTestFinished(() => test[Symbol.asyncDispose]());
  const keys = await openTestKeys();
  const directory = await openTestPublisher('directory', keys.publicKey);
  onTestFinished(() => directory.close());
  const complaint = await openTestPublisher('complaint', keys.publicKey);
  onTestFinished(() => complaint.close());
  for (const event of directoryAnnouncements) directory.log(event);
  const bus = openMemoryBus();
  const program = await start(
    {
      host: '127.0.0.1',
      port: 0,
      logLevel: 'silent',
      databaseUrl: test.url,
      jobsDatabaseUrl: test.url,
      redisUrl: null,
      internalPublicKey: keys.publicKey,
      internalPrivateKey: keys.privateKey,
      directoryUrl: directory.url,
      complaintUrl: complaint.url,
      webOrigin: 'https://bekhedmetkom.example',
      smtpUrl: null,
      mailFrom: 'no-reply@bekhedmetkom.example',
      mailOutboxPort: 0,
    },
    { bus },
  );
  onTestFinished(() => program.close());

  async function ask(
    viewer: Viewer,
    query: string,
    variables: Record<string, unknown> = {},
  ): Promise<unknown> {
    const response = await fetch(`${program.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...(await keys.headersFor(viewer, 'notification')) },
      body: JSON.stringify({ query, variables }),
    });
    return response.json();
  }

  async function happen(...events: Parameters<typeof caseEventOf>[]): Promise<void> {
    for (const event of events) complaint.log(loggedOf(caseEventOf(...event)));
    await bus.signal(complaintTopic, '1');
  }

  async function listOf(viewer: Viewer, atLeast = 0) {
    return eventually(async () => {
      const { notifications } = list.parse(await ask(viewer, unread)).data;
      expect(notifications.edges.length).toBeGreaterThanOrEqual(atLeast);
      return notifications;
    });
  }

  async function watch(viewer: Viewer, after: string | null = null) {
    const client = createClient({
      url: `${program.url.replace('http', 'ws')}/graphql`,
      connectionParams: async () => ({ identity: await keys.signer.sign(viewer, 'notification') }),
      retryAttempts: 0,
    });
    onTestFinished(() => client.dispose());
    const query =
      'subscription ($after: Cursor) { notificationReceived(after: $after) { cursor notification { title } } }';
    const seen: { cursor: string; title: string }[] = [];
    const stream = client.iterate<{
      notificationReceived: { cursor: string; notification: { title: string } };
    }>({ query, variables: { after } });
    const errors: unknown[] = [];
    const reading = (async () => {
      for await (const { data, errors: found } of stream) {
        errors.push(...(found ?? []));
        if (data) {
          const { cursor, notification } = data.notificationReceived;
          seen.push({ cursor, title: notification.title });
        }
      }
    })();
    reading.catch((error) => errors.push(error));
    return { seen, errors };
  }

  return { program, database: test.database, directory, complaint, ask, happen, listOf, watch };
}
