/** A tus server in memory for tests, whose line can be cut. */
import type { HttpRequest, HttpResponse, HttpStack } from 'tus-js-client';

export const testUpload = { id: 'id', url: '/files/uploads/1', chunkBytes: 100 };

export interface TestServer {
  /** Carries requests to it. */
  httpStack: HttpStack;
  received: number;
  /** How many requests get no answer. */
  unanswered: number;
  isGone: boolean;
  /** The answer to a piece that begins there, if it is not taken. */
  refusesAt: { offset: number; status: number; body: string } | null;
  /** Called with each piece before it counts; false loses the answer to it. */
  onPiece(offset: number): boolean;
  /** Requests that neither end nor fail. */
  isSilent: boolean;
  methods: string[];
}

export function openTestServer(size = 1_000): TestServer {
  const server: TestServer = {
    httpStack: { createRequest: openRequest, getName: () => 'test' },
    received: 0,
    unanswered: 0,
    isGone: false,
    refusesAt: null,
    onPiece: () => true,
    isSilent: false,
    methods: [],
  };

  function openRequest(method: string, url: string): HttpRequest {
    const headers = new Map<string, string>();
    return {
      getMethod: () => method,
      getURL: () => url,
      setHeader: (name, value) => void headers.set(name.toLowerCase(), value),
      getHeader: (name) => headers.get(name.toLowerCase()),
      setProgressHandler() {},
      async send(body: Blob | null) {
        server.methods.push(method);
        if (server.isSilent) return new Promise<HttpResponse>(() => {});
        if (server.unanswered > 0) {
          server.unanswered -= 1;
          throw new Error('The line is broken.');
        }
        return answer(method, Number(headers.get('upload-offset')), body?.size ?? 0);
      },
      abort: async () => {},
      getUnderlyingObject: () => null,
    };
  }

  function answer(method: string, offset: number, bytes: number): HttpResponse {
    if (server.isGone) return respond(404);
    if (method === 'HEAD') return respond(200, '', { 'upload-length': size });
    const refusal = server.refusesAt;
    if (refusal && offset >= refusal.offset) return respond(refusal.status, refusal.body);
    const isAnswered = server.onPiece(offset);
    if (offset !== server.received) return respond(409);
    server.received += bytes;
    if (!isAnswered) throw new Error('The line is broken.');
    return respond(204);
  }

  function respond(status: number, body = '', more: Record<string, number> = {}): HttpResponse {
    const headers: Record<string, number> = { 'upload-offset': server.received, ...more };
    return {
      getStatus: () => status,
      getHeader: (name) => headers[name.toLowerCase()]?.toString(),
      getBody: () => body,
      getUnderlyingObject: () => null,
    };
  }

  return server;
}
