import { decodeCursor } from '@bekhedmetkom/platform/outbox';

/** One event of a stream, serialised once for all. `position` is null for what has no place in the log. */
export interface StreamEvent {
  payload: Buffer;
  position: number | null;
  /** Whether executing it again would give the same: false when a subgraph was away meanwhile. */
  whole: boolean;
}

const maxEvents = 500;
const maxBytes = 512 * 1024;

/**
 * The latest events of one stream, and from which position on none is missing: who has seen everything up
 * to a position in that range can go on from here without asking the log. An event that is not whole is not kept:
 * whoever goes on from before it asks the log, and has it executed again.
 */
export class RecentEvents {
  #events: { payload: Buffer; position: number }[] = [];
  #bytes = 0;
  #from: number | null;
  #to: number | null;

  /** `start` is the position after which the stream began; null when it began at an unknown now. */
  constructor(start: number | null) {
    this.#from = start;
    this.#to = start;
  }

  /** The last position of the stream. */
  get position(): number | null {
    return this.#to;
  }

  /** Takes the next event; false when it is not new. */
  add({ payload, position, whole }: StreamEvent): boolean {
    if (position === null) return true;
    if (this.#to !== null && position <= this.#to) return false;
    // Of a stream that began now, the first event tells where now was.
    this.#from ??= position - 1;
    this.#to = position;
    if (!whole) {
      this.#events = [];
      this.#bytes = 0;
      this.#from = position;
      return true;
    }
    this.#events.push({ payload, position });
    this.#bytes += payload.length;
    while (this.#events.length > maxEvents || this.#bytes > maxBytes) {
      const dropped = this.#events.shift();
      if (!dropped) break;
      this.#from = dropped.position;
      this.#bytes -= dropped.payload.length;
    }
    return true;
  }

  /** Whether everything after the position, and not less, is here. */
  reaches(position: number | null): position is number {
    return (
      position !== null &&
      this.#from !== null &&
      this.#to !== null &&
      this.#from <= position &&
      position <= this.#to
    );
  }

  after(position: number): Buffer[] {
    return this.#events.filter((event) => event.position > position).map((event) => event.payload);
  }
}

/** Null for a cursor that is not a position in a log. */
export function positionOf(cursor: string | null): number | null {
  if (cursor === null) return null;
  try {
    return decodeCursor(cursor);
  } catch {
    return null;
  }
}
