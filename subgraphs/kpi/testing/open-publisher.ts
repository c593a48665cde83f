import type { Bus } from '@bekhedmetkom/platform/bus';
import { appendToOutbox, type LoggedEvent, outboxTables, startRelay } from '@bekhedmetkom/platform/outbox';
import { serveSubgraph } from '@bekhedmetkom/platform/subgraph';
import { openLogger, openMetrics } from '@bekhedmetkom/platform/telemetry';
import { buildSchema } from 'graphql';
import type { MigrationInterface, QueryRunner } from 'typeorm';
import { openTestDatabase } from '../../../test/harness/database.ts';
import type { TestKeys } from '../../../test/harness/keys.ts';

/** The outbox and log of a publisher, and nothing else. */
class PublisherTables1795000000000 implements MigrationInterface {
  name = 'PublisherTables1795000000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(outboxTables);
  }

  async down(): Promise<void> {}
}

/** A program that publishes what a test tells it to, as the real one would: through outbox, relay and feed. */
export async function openPublisher(topic: string, keys: TestKeys, bus: Bus) {
  const test = await openTestDatabase(topic, [PublisherTables1795000000000]);
  const { database } = test;
  const logger = openLogger(topic, 'silent');
  const metrics = openMetrics(topic);
  const relay = startRelay({ database, bus, topic, logger, metrics });
  const server = await serveSubgraph({
    name: topic,
    schema: buildSchema('type Query { nothing: Boolean }'),
    host: '127.0.0.1',
    port: 0,
    verifier: await keys.verifierFor(topic),
    context: () => ({}),
    log: database,
    ready: () => database.ping(),
    logger,
    metrics,
  });
  return {
    url: server.url,
    /** Announces events in one transaction each hundred. */
    async publish(...events: Pick<LoggedEvent, 'id' | 'key' | 'version' | 'type' | 'payload'>[]) {
      for (let start = 0; start < events.length; start += 100) {
        await database.transaction((tx) => appendToOutbox(tx, events.slice(start, start + 100)));
      }
    },
    async [Symbol.asyncDispose]() {
      await server.close();
      await relay.close();
      await test[Symbol.asyncDispose]();
    },
  };
}
