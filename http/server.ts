import {
  createServer,
  type IncomingMessage,
  type RequestListener,
  type Server,
  type ServerOptions,
} from 'node:http';

/**
 * How long senders may take, milliseconds: whoever sends headers or a body more slowly is cut off within half a minute
 * (security.md G4), so that slow ones cannot use up the connections of others.
 */
const limits = {
  headersTimeout: 10_000,
  requestTimeout: 25_000,
  connectionsCheckingInterval: 2_000,
  // Longer than the pools of callers and proxies, which else meet a closed connection.
  keepAliveTimeout: 65_000,
};

/** Large bodies may take longer, when they come at this pace at least. */
const slowest = {
  bytesPerSecond: 2_000,
  /** Milliseconds over which the pace is measured. */
  over: 15_000,
  /** The longest that any request may take, milliseconds. */
  most: 30 * 60_000,
};

interface Options {
  /** Bytes that the headers of a request may have; Node's own limit unless given. */
  maxHeaderSize?: number;
  /** Whether the body of a request may be large, such as files over a slow line; none is unless given. */
  isLarge?(request: IncomingMessage): boolean;
}

/** Makes an HTTP server, as every program of ours has it. The caller listens and closes. */
export function makeHttpServer(answer: RequestListener, options: Options = {}): Server {
  const { isLarge, maxHeaderSize } = options;
  const settings: ServerOptions = { ...limits, ...(maxHeaderSize && { maxHeaderSize }) };
  if (!isLarge) return createServer(settings, answer);
  return createServer({ ...settings, requestTimeout: slowest.most }, (request, response) => {
    if (isLarge(request)) watchPace(request);
    else dropAfter(request, limits.requestTimeout);
    answer(request, response);
  });
}

function dropAfter(request: IncomingMessage, milliseconds: number): void {
  if (request.complete) return;
  const late = setTimeout(() => request.complete || request.destroy(), milliseconds);
  late.unref();
  request.once('end', () => clearTimeout(late));
  request.once('close', () => clearTimeout(late));
}

/** Cuts a request off that arrives too slowly; not one whose bytes wait here to be read. */
function watchPace(request: IncomingMessage): void {
  const { socket } = request;
  let before = socket.bytesRead;
  const watching = setInterval(() => {
    const received = socket.bytesRead - before;
    before = socket.bytesRead;
    if (request.complete) clearInterval(watching);
    else if (request.readableLength === 0 && received < (slowest.bytesPerSecond * slowest.over) / 1_000) {
      request.destroy();
    }
  }, slowest.over);
  watching.unref();
  request.once('close', () => clearInterval(watching));
}
