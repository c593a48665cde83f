import pLimit, { type LimitFunction } from 'p-limit';

/**
 * Works on several items at once, and hands the results on in the order in which the items came.
 * `width` items are in work; who adds must watch `waiting`. While `hold` says so nothing is handed on.
 */
export class InOrder<Item, Result> {
  readonly #slots: { result?: { value: Result } }[] = [];
  readonly #limit: LimitFunction;
  #timer: NodeJS.Timeout | undefined;
  #stopped = false;

  constructor(
    private readonly options: {
      width: number;
      work(item: Item): Promise<Result>;
      handOn(result: Result): void;
      hold(): boolean;
      /** Everything that was added has been handed on. */
      drained(): void;
    },
  ) {
    this.#limit = pLimit(options.width);
  }

  get waiting(): number {
    return this.#slots.length;
  }

  add(item: Item): void {
    const slot: { result?: { value: Result } } = {};
    this.#slots.push(slot);
    void this.#limit(this.options.work, item).then((value) => {
      slot.result = { value };
      this.#flush();
    });
  }

  /** Forgets what waits, and the results of what is in work. */
  clear(): void {
    this.#slots.length = 0;
    this.#limit.clearQueue();
  }

  /** Forgets what waits; nothing is handed on any more. */
  stop(): void {
    this.#stopped = true;
    this.clear();
    clearTimeout(this.#timer);
  }

  #flush(): void {
    if (this.#timer || this.#stopped) return;
    while (this.#slots[0]?.result) {
      if (this.options.hold()) {
        this.#timer = setTimeout(() => {
          this.#timer = undefined;
          this.#flush();
        }, 25);
        return;
      }
      const slot = this.#slots.shift();
      if (slot?.result) this.options.handOn(slot.result.value);
      if (this.#stopped) return;
    }
    if (this.#slots.length === 0) this.options.drained();
  }
}
