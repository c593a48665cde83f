import type { Words } from '@bekhedmetkom/platform/errors';

/** A request that is refused for its form, before any GraphQL: answered with a status and a short text. */
export class HttpProblem extends Error {
  override readonly name = 'HttpProblem';
  readonly status: number;
  readonly headers: Record<string, string>;

  readonly words: Words;

  constructor(status: number, words: Words, headers: Record<string, string> = {}) {
    super(words.en);
    this.words = words;
    this.status = status;
    this.headers = headers;
  }
}
