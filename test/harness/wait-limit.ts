/**
 * How long a test waits for a condition before it fails, in milliseconds: one limit for every wait, long enough for a
 * slow and busy machine. Nothing is decided by it but that a test which never ends is a failure. `TEST_WAIT_MS` sets
 * another one.
 */
export const waitLimitMs = Number(process.env.TEST_WAIT_MS || 90_000);
