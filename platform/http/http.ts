export { makeHttpServer } from '@bekhedmetkom/http/server';
export { serveMetrics } from './metrics-server.ts';
