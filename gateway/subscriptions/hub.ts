import type { Metrics } from '@bekhedmetkom/platform/telemetry';
import type { Graph } from '../graph/graph.ts';
import { callerKey } from '../limits/caller-key.ts';
import type { Report } from '../operation/masking.ts';
import type { Operation } from '../operation/prepare.ts';
import type { EventSockets } from '../upstream/event-sockets.ts';
import { words } from '../wording/words.ts';
import { positionOf } from './recent-events.ts';
import { openSharedOperations, type SharedOperation } from './shared-operation.ts';
import { streamViewer } from './sharing.ts';
import { Stream, type StreamParts } from './stream.ts';
import type { Subscriber } from './subscriber.ts';
import type { WatchedQuestions } from './watched-questions.ts';

/** Seconds after which one who watches too much may try again: by then something may have been closed. */
const tooManyRetryAfter = 60;

export interface HubOptions {
  graph: Graph;
  sockets: EventSockets;
  metrics: Metrics;
  report: Report;
  /** Milliseconds for which a stream that nobody listens to is kept, for those who reconnect. */
  linger: number;
  /** Streams at the same time. */
  maxStreams: number;
  watched: WatchedQuestions;
}

export interface Hub {
  /** Adds a client's subscription; the returned function takes it away. */
  subscribe(
    operation: Operation,
    variables: Record<string, unknown>,
    requestId: string,
    subscriber: Subscriber,
  ): () => void;
  close(): void;
}

/**
 * Opens the hub that carries subscriptions to clients: one execution for all who ask the same in the same
 * authorisation scope, its results serialised once.
 *
 * Of one subscription there may for a while be several streams at different places of the log: one who
 * comes with a cursor that no stream covers gets a stream of his own from there. As soon as one stream
 * covers where another is, their members become one.
 */
export function openHub(options: HubOptions): Hub {
  const { graph, sockets, metrics, linger, maxStreams, watched } = options;
  const shares = openSharedOperations(graph.schema);
  const streams = new Map<string, Set<Stream>>();
  const keys = new WeakMap<Stream, string>();
  let count = 0;
  let closed = false;

  const executions = metrics.gauge('gateway_streams', 'Distinct subscription executions');
  const subscriptions = metrics.gauge('gateway_subscriptions', 'Subscriptions of clients');
  const events = metrics.counter(
    'gateway_stream_events_total',
    'Events executed, each once for all who listen',
  );
  const delivered = metrics.counter('gateway_events_delivered_total', 'Events handed to clients');
  const skipped = metrics.counter(
    'gateway_stream_events_skipped_total',
    'Events that their subgraph could not read, and that nobody was told',
  );
  const resubscriptions = metrics.counter(
    'gateway_resubscriptions_total',
    'Times a lost source was asked again',
  );
  const merges = metrics.counter(
    'gateway_stream_merges_total',
    'Streams that caught up with another and joined it',
  );

  const parts: StreamParts = {
    graph,
    sockets,
    report: options.report,
    moved: meet,
    ended(stream, members) {
      forget(stream);
      subscriptions.dec(members);
    },
    counted: {
      event(members) {
        events.inc();
        delivered.inc(members);
      },
      skipped: () => skipped.inc(),
      resubscription: () => resubscriptions.inc(),
    },
  };

  function forget(stream: Stream): void {
    const key = keys.get(stream);
    const siblings = key === undefined ? undefined : streams.get(key);
    if (key === undefined || !siblings?.delete(stream)) return;
    count -= 1;
    executions.set(count);
    if (siblings.size === 0) streams.delete(key);
  }

  function meet(moved: Stream): void {
    const siblings = streams.get(keys.get(moved) ?? '');
    if (!siblings || siblings.size < 2) return;
    for (const other of [...siblings]) {
      if (other === moved) continue;
      if (moved.reaches(other.position)) merge(other, moved);
      else if (other.reaches(moved.position)) {
        merge(moved, other);
        return;
      }
    }
  }

  function merge(from: Stream, into: Stream): void {
    const position = from.position;
    for (const [subscriber, seen] of from.members) {
      into.join(subscriber, Math.max(seen, position ?? -1));
    }
    from.members.clear();
    from.close();
    forget(from);
    merges.inc();
  }

  function open(key: string, shared: SharedOperation, subscriber: Subscriber, requestId: string): Stream {
    const stream = new Stream(
      shared,
      streamViewer(subscriber.session.viewer, shared.shared),
      requestId,
      parts,
    );
    const siblings = streams.get(key) ?? new Set();
    streams.set(key, siblings.add(stream));
    keys.set(stream, key);
    count += 1;
    executions.set(count);
    return stream;
  }

  function find(key: string, { after, template }: SharedOperation): Stream | undefined {
    const position = positionOf(after);
    for (const stream of streams.get(key) ?? []) {
      if (!template.resumption) return stream;
      if (after === null ? stream.live : stream.reaches(position)) return stream;
    }
    return undefined;
  }

  return {
    subscribe(operation, variables, requestId, subscriber) {
      const shared = shares.share(operation, variables);
      const key = `${JSON.stringify(streamViewer(subscriber.session.viewer, shared.shared))} ${shared.key}`;
      const { viewer } = subscriber.session;
      const unwatch = watched.watch(shared.template.field.name, callerKey(viewer), key);
      if (!unwatch) {
        const retryAfter = tooManyRetryAfter;
        const message = words.tooManyWatched(retryAfter)[viewer.language];
        subscriber.fail([{ message, extensions: { code: 'RATE_LIMITED', retryAfter } }]);
        return () => undefined;
      }
      let stream = find(key, shared);
      if (!stream) {
        if (closed || count >= maxStreams) {
          unwatch();
          subscriber.requestReconnect();
          return () => undefined;
        }
        stream = open(key, shared, subscriber, requestId);
      }
      subscriptions.inc();
      stream.join(subscriber, positionOf(shared.after));
      return () => {
        unwatch();
        // It may be with another stream by now.
        for (const each of streams.get(key) ?? []) {
          if (!each.members.delete(subscriber)) continue;
          subscriptions.dec();
          if (each.members.size === 0) leaveAlone(each);
        }
      };
    },
    close() {
      closed = true;
      for (const siblings of streams.values()) for (const stream of siblings) stream.close();
      streams.clear();
    },
  };

  function leaveAlone(stream: Stream): void {
    setTimeout(() => {
      if (stream.members.size > 0) return;
      stream.close();
      forget(stream);
    }, linger).unref();
  }
}
