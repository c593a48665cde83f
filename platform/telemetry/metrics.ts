import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';

export interface Metrics {
  registry: Registry;
  counter(name: string, help: string, labels?: string[]): Counter;
  /** `collect` is called before each reading, to set the gauge. */
  gauge(name: string, help: string, labels?: string[], collect?: (gauge: Gauge) => Promise<void>): Gauge;
  /** Buckets are in seconds, from 1 ms to 10 s unless given. */
  histogram(name: string, help: string, labels?: string[], buckets?: number[]): Histogram;
}

const secondBuckets = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

/** Opens the Prometheus metrics of one program. Asking twice for a name gives the same metric. */
export function openMetrics(program: string): Metrics {
  const registry = new Registry();
  registry.setDefaultLabels({ program });
  collectDefaultMetrics({ register: registry });

  const once = <M>(name: string, make: () => M): M =>
    (registry.getSingleMetric(name) as M | undefined) ?? make();
  const registers = [registry];
  return {
    registry,
    counter: (name, help, labelNames = []) =>
      once(name, () => new Counter({ name, help, labelNames, registers })),
    gauge: (name, help, labelNames = [], collect) =>
      once(name, () => {
        const gauge: Gauge = new Gauge({
          name,
          help,
          labelNames,
          registers,
          ...(collect && { collect: () => collect(gauge) }),
        });
        return gauge;
      }),
    histogram: (name, help, labelNames = [], buckets = secondBuckets) =>
      once(name, () => new Histogram({ name, help, labelNames, buckets, registers })),
  };
}
