import type { Viewer } from '@bekhedmetkom/platform/auth';
import { type EventSink, EventSocket } from './event-socket.ts';
import type { Subgraph, SubgraphRequest } from './subgraph.ts';

/** Streams that one connection may carry: what one loss takes down, and what one reader must keep up with. */
const streamsPerSocket = 1_000;

export interface EventSockets {
  /**
   * Starts a stream of events under a viewer's identity. Streams of the same viewer share connections.
   * The returned function ends it. Whatever goes wrong is told to the sink.
   */
  subscribe(subgraph: Subgraph, viewer: Viewer, request: SubgraphRequest, sink: EventSink): () => void;
  /** Connections open now. */
  readonly size: number;
  close(): void;
}

interface Line {
  socket: EventSocket;
  streams: number;
}

export function openEventSockets(): EventSockets {
  const lines = new Map<string, Set<Line>>();
  const open = new Set<EventSocket>();
  let closed = false;

  function connect(subgraph: Subgraph, viewer: Viewer, onClose: () => void): EventSocket | null {
    const [origin] = subgraph.origins.inOrder();
    if (!origin || closed) return null;
    const url = new URL('/graphql', origin);
    url.protocol = origin.protocol === 'https:' ? 'wss:' : 'ws:';
    const socket = new EventSocket({
      url,
      identity: () => subgraph.identity(viewer),
      onClose(lost) {
        open.delete(socket);
        onClose();
        // The next connection goes elsewhere first, if there is an elsewhere.
        if (lost) subgraph.origins.markUnhealthy(origin, 1_000);
      },
    });
    open.add(socket);
    return socket;
  }

  function lineFor(subgraph: Subgraph, viewer: Viewer): Line | null {
    const key = `${subgraph.name} ${JSON.stringify(viewer)}`;
    const pool = lines.get(key) ?? new Set<Line>();
    for (const line of pool) if (line.streams < streamsPerSocket) return line;
    const socket = connect(subgraph, viewer, () => {
      pool.delete(line);
      if (pool.size === 0 && lines.get(key) === pool) lines.delete(key);
    });
    if (!socket) return null;
    const line: Line = { socket, streams: 0 };
    lines.set(key, pool.add(line));
    return line;
  }

  return {
    subscribe(subgraph, viewer, request, sink) {
      const line = lineFor(subgraph, viewer);
      if (!line) {
        queueMicrotask(() => sink.end({ kind: 'lost' }));
        return () => {};
      }
      line.streams += 1;
      let left = false;
      const leave = () => {
        if (left) return;
        left = true;
        line.streams -= 1;
        stop();
      };
      const stop = line.socket.subscribe(request, {
        ...sink,
        end(how) {
          if (left) return;
          leave();
          sink.end(how);
        },
      });
      return leave;
    },
    get size() {
      return open.size;
    },
    close() {
      closed = true;
      for (const socket of open) socket.close();
    },
  };
}
