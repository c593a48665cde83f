/** A publisher of the directory's log, as the complaint subgraph meets one: an outbox, a relay and /events. */
import { openMemoryBus } from '@bekhedmetkom/platform/bus';
import { appendToOutbox, outboxTables, startRelay } from '@bekhedmetkom/platform/outbox';
import { serveSubgraph } from '@bekhedmetkom/platform/subgraph';
import { openLogger, openMetrics } from '@bekhedmetkom/platform/telemetry';
import { directoryTopic as topic } from '@bekhedmetkom/schema/events/directory';
import { buildSchema } from 'graphql';
import type { MigrationInterface, QueryRunner } from 'typeorm';
import { onTestFinished } from 'vitest';
import { openTestDatabase } from '../../../test/harness/database.ts';
import type { TestKeys } from '../../../test/harness/keys.ts';

class Publisher1700000000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(outboxTables);
  }
  async down(): Promise<void> {}
}

/** Opens a publisher that has announced nothing yet. */
export async function openPublisher(keys: TestKeys) {
  const { database, ...test } = await openTestDatabase('directory', [Publisher1700000000000]);
  onTestFinished(() => test[Symbol.asyncDispose]());
  const bus = openMemoryBus();
  const logger = openLogger('directory', 'silent');
  const metrics = openMetrics('directory');
  const relay = startRelay({ database, bus, topic, logger, metrics });
  const server = await serveSubgraph({
    name: 'directory',
    schema: buildSchema('type Query { nothing: String }'),
    host: '127.0.0.1',
    port: 0,
    verifier: await keys.verifierFor('directory'),
    context: () => ({}),
    log: database,
    ready: () => database.ping(),
    logger,
    metrics,
  });
  let open = true;
  async function close(): Promise<void> {
    if (!open) return;
    open = false;
    await server.close();
    await relay.close();
    await bus.close();
  }
  onTestFinished(close);

  async function announce(events: { type: string; payload: unknown }[]): Promise<void> {
    const lines = events.map(({ type, payload }) => ({
      key: crypto.randomUUID(),
      version: 1,
      type,
      payload,
    }));
    await database.transaction((tx) => appendToOutbox(tx, lines));
  }
  return { url: server.url, bus, announce, close };
}
