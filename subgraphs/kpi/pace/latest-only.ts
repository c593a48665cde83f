/** A stream for one reader that keeps only the newest of what it was given and not yet read. */
export class LatestOnly<T> implements AsyncIterableIterator<T> {
  private kept: { value: T } | null = null;
  private waiting: ((result: IteratorResult<T>) => void) | null = null;
  private over = false;
  private readonly onEnd: () => void;

  constructor(onEnd: () => void) {
    this.onEnd = onEnd;
  }

  put(value: T): void {
    if (this.over) return;
    if (!this.waiting) {
      this.kept = { value };
      return;
    }
    this.waiting({ done: false, value });
    this.waiting = null;
  }

  next(): Promise<IteratorResult<T>> {
    if (this.over) return Promise.resolve({ done: true, value: undefined });
    if (this.kept) {
      const { value } = this.kept;
      this.kept = null;
      return Promise.resolve({ done: false, value });
    }
    return new Promise((resolve) => {
      this.waiting = resolve;
    });
  }

  return(): Promise<IteratorResult<T>> {
    if (!this.over) {
      this.over = true;
      this.waiting?.({ done: true, value: undefined });
      this.waiting = null;
      this.onEnd();
    }
    return Promise.resolve({ done: true, value: undefined });
  }

  [Symbol.asyncIterator](): this {
    return this;
  }
}
