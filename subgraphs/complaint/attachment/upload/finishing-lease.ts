import { randomUUID } from 'node:crypto';
import type { AttachmentDependencies } from '../setup/attachment-dependencies.ts';
import { claimFinishing, renewFinishing } from './finishing.store.ts';

/** Seconds for which a lease holds unless it is renewed, and after which it is renewed. */
const leaseSeconds = 120;
const renewAfterMs = 30_000;

export interface FinishingLease {
  /** Names the holder in the database, and in the keys of what it stores. */
  token: string;
  /** Aborted when the lease is lost: another may have taken it. */
  signal: AbortSignal;
  /** Renews it no longer. */
  end(): void;
}

/**
 * Takes the lease on finishing an upload and renews it until it is ended; null when somebody else has it.
 * A database that does not answer for the whole of the lease counts as lost.
 */
export async function takeFinishingLease(
  { database, logger }: Pick<AttachmentDependencies, 'database' | 'logger'>,
  id: string,
): Promise<FinishingLease | null> {
  const token = randomUUID();
  let heldUntil = performance.now() + leaseSeconds * 1_000;
  if (!(await claimFinishing(database, id, token, leaseSeconds))) return null;
  const lost = new AbortController();

  async function renew(): Promise<void> {
    const asked = performance.now();
    try {
      if (await renewFinishing(database, id, token, leaseSeconds)) heldUntil = asked + leaseSeconds * 1_000;
      else lost.abort(new LeaseLost(id));
    } catch (error) {
      logger.warn({ err: error, attachment: id }, 'the lease on an upload could not be renewed');
      if (performance.now() >= heldUntil) lost.abort(new LeaseLost(id));
    }
  }

  const timer = setInterval(() => void renew(), renewAfterMs);
  timer.unref();
  return {
    token,
    signal: lost.signal,
    end: () => clearInterval(timer),
  };
}

export class LeaseLost extends Error {
  constructor(id: string) {
    super(`another finishes upload ${id}`);
  }
}
