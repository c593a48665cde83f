/**
 * What a person is told about the line to the gateway. `stale`: the line has been down for so long that the
 * figures on the screen may be wrong; they stay, marked with the time they are from.
 */
type ConnectionState = 'connecting' | 'live' | 'reconnecting' | 'stale';

export interface Connection {
  state: ConnectionState;
  /** Moment (ms since 1970) until which the screen is known to be complete. */
  goodUntil: number;
  /** Since when the line is down; null while it is up. */
  brokenSince: number | null;
}

export type ConnectionNews = 'up' | 'down' | 'heard' | 'tick';

export const staleAfterMs = 15_000;

export function openConnection(now: number): Connection {
  return { state: 'connecting', goodUntil: now, brokenSince: null };
}

/** The connection after a piece of news at `now` (ms since 1970). */
export function onNews(connection: Connection, news: ConnectionNews, now: number): Connection {
  switch (news) {
    case 'up':
      return { state: 'live', goodUntil: now, brokenSince: null };
    case 'heard':
      return connection.state === 'live' ? { ...connection, goodUntil: now } : connection;
    case 'down': {
      const brokenSince = connection.brokenSince ?? now;
      return { ...connection, brokenSince, state: worse(connection.state, now - brokenSince) };
    }
    case 'tick':
      if (connection.state === 'live') return connection;
      return {
        ...connection,
        brokenSince: connection.brokenSince ?? connection.goodUntil,
        state: worse(connection.state, now - (connection.brokenSince ?? connection.goodUntil)),
      };
  }
}

function worse(state: ConnectionState, brokenForMs: number): ConnectionState {
  if (brokenForMs >= staleAfterMs) return 'stale';
  return state === 'connecting' ? 'connecting' : 'reconnecting';
}
