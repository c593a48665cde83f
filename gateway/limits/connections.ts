import { HeldPlaces } from '@bekhedmetkom/platform/limits';

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
export function openConnectionLimits(pace: ConnectionPace): ConnectionLimits {
  const places = new HeldPlaces();
  const hold = (caller: string) => places.hold(caller, Symbol(), mostOf(pace, caller));

  return {
    take(caller) {
      let release = hold(caller);
      if (!release) return null;
      let holder: string | null = caller;
      return {
        moveTo(other) {
          if (holder === null || holder === other) return true;
          const moved = hold(other);
          if (!moved) return false;
          release?.();
          release = moved;
          holder = other;
          return true;
        },
        leave() {
          release?.();
          holder = null;
        },
      };
    },
  };
}

/** The limit that holds for a caller, whose key `callerKey` made. */
export function mostOf(pace: ConnectionPace, caller: string): number {
  return caller.startsWith('person ') ? pace.person : pace.address;
}
