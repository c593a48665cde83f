/**
 * Works on several items at once, and hands the results on in the order in which the items came.
 * `width` items are in work; who adds must watch `waiting`. While `hold` says so nothing is handed on.
 */
export class InOrder<Item, Result> {
  readonly #slots: { item: Item; result?: { value: Result } }[] = [];
  /** Slots from the front whose work has begun. */
  #started = 0;
  #active = 0;
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
  ) {}

  get waiting(): number {
    return this.#slots.length;
  }

  add(item: Item): void {
    this.#slots.push({ item });
    this.#start();
  }

  /** Forgets what waits, and the results of what is in work. */
  clear(): void {
    this.#slots.length = 0;
    this.#started = 0;
  }

  /** Forgets what waits; nothing is handed on any more. */
  stop(): void {
    this.#stopped = true;
    this.clear();
    clearTimeout(this.#timer);
  }

  #start(): void {
    while (this.#active < this.options.width) {
      const slot = this.#slots[this.#started];
      if (!slot) return;
      this.#started += 1;
      this.#active += 1;
      void this.options.work(slot.item).then((value) => {
        slot.result = { value };
        this.#active -= 1;
        this.#start();
        this.#flush();
      });
    }
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
      this.#started -= 1;
      if (slot?.result) this.options.handOn(slot.result.value);
      if (this.#stopped) return;
    }
    if (this.#slots.length === 0) this.options.drained();
  }
}
