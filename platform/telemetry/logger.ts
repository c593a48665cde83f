import { type Logger, pino, stdTimeFunctions } from 'pino';

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
    redact: ['*.authorization', '*.cookie', '*["x-internal-identity"]'],
  });
}
