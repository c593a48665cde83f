import { type Logger, pino, type SerializedError, stdSerializers, stdTimeFunctions } from 'pino';

export type { Logger };

/**
 * Opens the structured log of one program: JSON lines on standard output, times in UTC.
 * `level` is a pino level or "silent".
 */
export function openLogger(program: string, level = 'info'): Logger {
  return pino({
    level,
    base: { program },
    timestamp: stdTimeFunctions.isoTime,
    formatters: { level: (label) => ({ level: label }) },
    serializers: { err: loggedError },
    redact: ['*.authorization', '*.cookie', '*["x-internal-identity"]'],
  });
}

/** An error as the log shows it: without the values of a statement that failed, which may be of a person. */
export function loggedError(error: Error): SerializedError {
  const { parameters: _, ...shown } = stdSerializers.err(error);
  return shown as SerializedError;
}
