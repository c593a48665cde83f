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
  'QUERY_TIMEOUT',
  'SUBGRAPH_UNAVAILABLE',
  'SERVICE_UNAVAILABLE',
  'RESYNC_REQUIRED',
  'INTERNAL_SERVER_ERROR',
] as const;

export type ErrorCode = (typeof errorCodes)[number];

/** One sentence in both languages. */
export type Words = Readonly<Record<'ar' | 'en', string>>;

/**
 * Something broke, or was asked for that may not be. The message is shown to the caller in the caller's language
 * (a message given as plain text: as it is), unless the code is INTERNAL_SERVER_ERROR; the cause is only ever
 * logged.
 */
export class Fault extends Error {
  override readonly name = 'Fault';
  readonly code: ErrorCode;
  readonly extensions: Record<string, unknown>;
  readonly #words: Words | undefined;

  constructor(
    code: ErrorCode,
    message: string | Words,
    options: { cause?: unknown; extensions?: Record<string, unknown> } = {},
  ) {
    super(typeof message === 'string' ? message : message.en, { cause: options.cause });
    this.code = code;
    this.extensions = options.extensions ?? {};
    this.#words = typeof message === 'string' ? undefined : message;
  }

  /** The message for a caller of this language. */
  messageIn(language: 'ar' | 'en'): string {
    return this.#words?.[language] ?? this.message;
  }
}
