/**
 * Carries wake-ups between processes, nothing more: a signal may be lost (Redis away, nobody listening yet),
 * so whoever listens also looks by itself now and then. What must not be lost is in the log.
 */
export interface Bus {
  /** Never fails: a signal that cannot be sent is dropped. */
  signal(channel: string, payload: string): Promise<void>;
  /** Resolves when signals sent from now on will arrive, unless the bus is away. */
  listen(channel: string, onSignal: (payload: string) => void): Promise<{ close(): Promise<void> }>;
  close(): Promise<void>;
}
