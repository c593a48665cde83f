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
  opening: Promise<EventSocket>;
  streams: number;
}

export function openEventSockets(): EventSockets {
  const lines = new Map<string, Set<Line>>();
  const open = new Set<EventSocket>();
  let closed = false;

  async function connect(subgraph: Subgraph, viewer: Viewer, onClose: () => void): Promise<EventSocket> {
    const identity = await subgraph.identity(viewer);
    const [origin] = subgraph.origins.inOrder();
    if (!origin || closed) throw new Error('There is nothing to connect to.');
    const url = new URL('/graphql', origin);
    url.protocol = origin.protocol === 'https:' ? 'wss:' : 'ws:';
    const socket: EventSocket = new EventSocket(url, identity, (lost) => {
      open.delete(socket);
      onClose();
      // The next connection goes elsewhere first, if there is an elsewhere.
      if (lost) subgraph.origins.markUnhealthy(origin, 1_000);
    });
    open.add(socket);
    return socket;
  }

  function lineFor(subgraph: Subgraph, viewer: Viewer): Line {
    const key = `${subgraph.name} ${JSON.stringify(viewer)}`;
    const pool = lines.get(key) ?? new Set<Line>();
    lines.set(key, pool);
    for (const line of pool) if (line.streams < streamsPerSocket) return line;
    const drop = () => {
      pool.delete(line);
      if (pool.size === 0 && lines.get(key) === pool) lines.delete(key);
    };
    const opening = connect(subgraph, viewer, drop);
    const line: Line = { opening, streams: 0 };
    opening.catch(drop);
    pool.add(line);
    return line;
  }

  return {
    subscribe(subgraph, viewer, request, sink) {
      const line = lineFor(subgraph, viewer);
      line.streams += 1;
      let left = false;
      let stop: (() => void) | undefined;
      const leave = () => {
        if (left) return;
        left = true;
        line.streams -= 1;
        stop?.();
      };
      const ending: EventSink = {
        ...sink,
        end(how) {
          if (left) return;
          leave();
          sink.end(how);
        },
      };
      line.opening.then(
        (socket) => {
          if (left) return;
          if (socket.closed) ending.end({ kind: 'lost' });
          else stop = socket.subscribe(request, ending);
        },
        () => ending.end({ kind: 'lost' }),
      );
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
