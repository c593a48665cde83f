export { type Logger, openLogger } from './logger.ts';
export { type Metrics, openMetrics } from './metrics.ts';
