import type { SetClock } from '@bekhedmetkom/platform/auth';
import { Fault } from '@bekhedmetkom/platform/errors';
import type { Logger } from '@bekhedmetkom/platform/telemetry';
import type { Subgraph } from './subgraph.ts';

const every = 2_000;
const timeoutMs = 1_000;
/** A reading that took longer says too little about the time. */
const maxReading = 500;
const worthTelling = 2_000;

export interface SubgraphWatch {
  /** The database's clock, as the subgraphs tell it; the machine's own until one has. */
  clock: SetClock;
  /** Resolves when the gateway can do its work. Rejects with a Fault that says what is missing. */
  ready(): Promise<void>;
  close(): void;
}

/**
 * Opens the watch over a subgraph without which the gateway can do nothing for anybody: whether one of its replicas
 * is ready, and what time it is there. Waits a moment for the first answer.
 */
export async function watchSubgraph(
  subgraph: Subgraph,
  clock: SetClock,
  logger: Logger,
): Promise<SubgraphWatch> {
  let reason: string | null = 'is not reached yet';
  let told = false;

  async function ask(origin: URL): Promise<string | null> {
    const before = performance.now();
    try {
      const response = await fetch(new URL('/ready', origin), { signal: AbortSignal.timeout(timeoutMs) });
      const after = performance.now();
      await response.body?.cancel();
      const now = Number(response.headers.get('x-now'));
      if (now > 0 && after - before < maxReading) clock.set(now, before, after);
      return response.ok ? null : 'is not ready';
    } catch {
      return 'does not answer';
    }
  }

  async function look(): Promise<void> {
    let found: string | null = 'does not answer';
    for (const origin of subgraph.origins.all) {
      found = await ask(origin);
      if (found === null) break;
    }
    reason = found;
    const ahead = clock.ownIsAheadBy;
    const isOff = Math.abs(ahead) > worthTelling;
    if (isOff && !told)
      logger.warn({ ahead }, 'the clock of this machine is off: the one of the database is used');
    told = isOff;
  }

  await look();
  const timer = setInterval(() => void look(), every);
  timer.unref();
  return {
    clock,
    async ready() {
      if (reason !== null) throw new Fault('SERVICE_UNAVAILABLE', `the subgraph ${subgraph.name} ${reason}`);
    },
    close: () => clearInterval(timer),
  };
}
