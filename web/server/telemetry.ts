import type { IncomingMessage, ServerResponse } from 'node:http';
import { pino } from 'pino';
import { collectDefaultMetrics, Histogram, Registry } from 'prom-client';

export interface Telemetry {
  /** Writes one line and counts one request when it has been answered. */
  observe(request: IncomingMessage, response: ServerResponse, pathname: string): void;
  /** In the Prometheus text format. */
  metrics(): Promise<string>;
  contentType: string;
}

/**
 * The web program's log (JSON lines, times in UTC) and metrics. Neither holds an address, a cookie or a reference: a
 * path is told by its area only, as what people follow is nobody else's business.
 */
export function openTelemetry(level: string): Telemetry {
  const logger = pino({ level, base: { program: 'web' }, timestamp: pino.stdTimeFunctions.isoTime });
  const registry = new Registry();
  registry.setDefaultLabels({ program: 'web' });
  collectDefaultMetrics({ register: registry });
  const durations = new Histogram({
    name: 'http_request_duration_seconds',
    help: 'From the request to the end of its answer.',
    labelNames: ['method', 'area', 'status'],
    buckets: [0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10],
    registers: [registry],
  });

  return {
    observe(request, response, pathname) {
      const started = performance.now();
      response.once('finish', () => {
        const seconds = (performance.now() - started) / 1000;
        const method = request.method ?? 'GET';
        const area = areaOf(pathname);
        const status = response.statusCode;
        durations.observe({ method, area, status: String(status) }, seconds);
        const requestId = response.getHeader('x-request-id') ?? request.headers['x-request-id'];
        logger.info({ requestId, method, area, status, ms: Math.round(seconds * 1000) }, 'request');
      });
    },
    metrics: () => registry.metrics(),
    contentType: registry.contentType,
  };
}

const areas = new Set([
  'submit',
  'track',
  'rate',
  'performance',
  'staff',
  'wall',
  'mine',
  'notifications',
  'about',
  'sign-in',
]);
const roots = new Set(['api', 'auth', 'islands', '_next']);

/** The part of the site that a path belongs to: one of a few words, whatever was asked. */
export function areaOf(pathname: string): string {
  const [, first = '', second = ''] = pathname.split('/');
  if (roots.has(first)) return first;
  if (first !== 'ar' && first !== 'en') return first === '' ? 'home' : 'other';
  if (second === '') return 'home';
  return areas.has(second) ? second : 'other';
}
