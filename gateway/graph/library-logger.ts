import type { Logger } from '@graphql-hive/gateway-runtime';

const nothing = (): void => undefined;

/**
 * What the gateway library logs to: nothing, as we log what it meets ourselves. Its own logger cannot be used
 * for that: it reads LOG_LEVEL from the environment even when it is told its level, and throws at ours.
 */
export function makeLibraryLogger(): Logger {
  const quiet = {
    level: false,
    prefix: undefined,
    attrs: undefined,
    setLevel: nothing,
    write: nothing,
    flush: nothing,
    log: nothing,
    trace: nothing,
    debug: nothing,
    info: nothing,
    warn: nothing,
    error: nothing,
    child: () => quiet,
  };
  return quiet as unknown as Logger;
}
