/**
 * Keeps count of lines that are under way, so that the checkpoint never passes one that is not done, in
 * whatever order they end. Pure.
 */
export class DoneLines {
  readonly #open = new Set<number>();
  #next: number;

  /** `next` is the first line that was not begun yet. */
  constructor(next: number) {
    this.#next = next;
  }

  begin(line: number): void {
    this.#open.add(line);
    this.#next = Math.max(this.#next, line + 1);
  }

  end(line: number): void {
    this.#open.delete(line);
  }

  /** Everything before this line is done. */
  get nextLine(): number {
    let least = this.#next;
    for (const line of this.#open) least = Math.min(least, line);
    return least;
  }
}
