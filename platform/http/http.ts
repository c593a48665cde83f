export { makeHttpServer } from './http-server.ts';
export { serveMetrics } from './metrics-server.ts';
