/**
 * What callers hold at the same time: open sockets, transfers, questions that they watch. It is counted in this
 * process, which is what it costs, and which forgets it when it ends; a count in Redis would stay after a crash.
 */
export class HeldPlaces<Thing = symbol> {
  readonly #held = new Map<string, Map<Thing, number>>();

  /**
   * Holds a thing for a caller who may hold `most` different ones; the same one again costs nothing more. The function
   * that is returned gives it back, once. Null: there is no place left.
   */
  hold(caller: string, thing: Thing, most: number): (() => void) | null {
    const things = this.#held.get(caller) ?? new Map<Thing, number>();
    if (!things.has(thing) && things.size >= most) return null;
    this.#held.set(caller, things);
    things.set(thing, (things.get(thing) ?? 0) + 1);
    let over = false;
    return () => {
      if (over) return;
      over = true;
      const left = (things.get(thing) ?? 1) - 1;
      if (left > 0) things.set(thing, left);
      else things.delete(thing);
      if (things.size === 0 && this.#held.get(caller) === things) this.#held.delete(caller);
    };
  }
}
