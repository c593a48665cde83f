/** What a transaction announces, written beside the rows it changed. */
export interface OutgoingEvent {
  /** A uuid; the database makes one when absent. */
  id?: string;
  /** The uuid of what changed. Events of one key keep their order. */
  key: string;
  /** Of what changed, after the change. */
  version: number;
  type: string;
  payload: unknown;
}

/** An event in the log. Positions have no gaps; an event whose transaction saw another's comes after it. */
export interface LoggedEvent<P = unknown> {
  position: number;
  id: string;
  key: string;
  version: number;
  type: string;
  /** When it was announced: ISO 8601, UTC, by the database's clock. */
  at: string;
  payload: P;
}
