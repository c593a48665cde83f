export interface ConnectionPace {
  /** Open sockets and streams of everybody behind one address who is not signed in. */
  address: number;
  /** Those of one person who is signed in, wherever from. */
  person: number;
}

export interface ConnectionLimits {
  /** Takes a place for one more socket or stream of this caller. Null when there is none left. */
  take(caller: string): Place | null;
}

/** One place; it must be given back. */
export interface Place {
  /** Gives the place to another caller, such as the person that the socket turns out to be. False: none is left. */
  moveTo(caller: string): boolean;
  leave(): void;
}

/**
 * Opens the count of open sockets and streams of each caller in this process. Thousands may share the address of a
 * carrier's network, so its limit is wide; whoever signs in has places of her own.
 */
export function openConnectionLimits(limits: ConnectionPace): ConnectionLimits {
  const open = new Map<string, number>();
  const mostOf = (caller: string) => (caller.startsWith('person ') ? limits.person : limits.address);

  function enter(caller: string): boolean {
    const count = open.get(caller) ?? 0;
    if (count >= mostOf(caller)) return false;
    open.set(caller, count + 1);
    return true;
  }

  function exit(caller: string): void {
    const count = (open.get(caller) ?? 0) - 1;
    if (count > 0) open.set(caller, count);
    else open.delete(caller);
  }

  return {
    take(caller) {
      if (!enter(caller)) return null;
      let holder: string | null = caller;
      return {
        moveTo(other) {
          if (holder === null || holder === other) return true;
          if (!enter(other)) return false;
          exit(holder);
          holder = other;
          return true;
        },
        leave() {
          if (holder !== null) exit(holder);
          holder = null;
        },
      };
    },
  };
}
