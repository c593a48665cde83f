export const errorCodes = [
  'UNAUTHENTICATED',
  'FORBIDDEN',
  'NOT_FOUND',
  'BAD_USER_INPUT',
  'CONFLICT',
  'THROTTLED',
  'RATE_LIMITED',
  'MAX_COST_EXCEEDED',
  'PERSISTED_DOCUMENT_NOT_FOUND',
  'IDEMPOTENCY_MISMATCH',
  'SUBGRAPH_UNAVAILABLE',
  'SERVICE_UNAVAILABLE',
  'RESYNC_REQUIRED',
  'INTERNAL_SERVER_ERROR',
] as const;

export type ErrorCode = (typeof errorCodes)[number];

/**
 * Something broke, or was asked for that may not be. The message is shown to the caller as it is, unless
 * the code is INTERNAL_SERVER_ERROR; the cause is only ever logged.
 */
export class Fault extends Error {
  override readonly name = 'Fault';
  readonly code: ErrorCode;
  readonly extensions: Record<string, unknown>;

  constructor(
    code: ErrorCode,
    message: string,
    options: { cause?: unknown; extensions?: Record<string, unknown> } = {},
  ) {
    super(message, { cause: options.cause });
    this.code = code;
    this.extensions = options.extensions ?? {};
  }
}
