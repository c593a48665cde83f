import { readConfig } from '../../../gateway/config.ts';
import { start } from '../../../gateway/main.ts';
import { work } from './worker.ts';

work({
  async start({
    environment,
    tuning,
  }: {
    environment: Record<string, string>;
    tuning?: Record<string, number>;
  }) {
    const { url } = await start({
      ...readConfig(environment),
      tuning: { connections: { address: 100_000, person: 100_000 }, ...tuning },
    });
    return url;
  },
  memory() {
    globalThis.gc?.();
    globalThis.gc?.();
    return process.memoryUsage.rss();
  },
});
