import type { GraphQLFormattedError } from 'graphql';
import type { Session } from '../authentication/session.ts';

/** One client's subscription, as the hub sees it, whatever protocol carries it. */
export interface Subscriber {
  readonly session: Session;
  /** Hands over one result, serialised. */
  next(payload: Buffer): void;
  /** Ends it: this may not be, or cannot go on. */
  fail(errors: readonly GraphQLFormattedError[]): void;
  /** Ends it so that the client comes again by itself, with the last cursor that it saw. */
  requestReconnect(): void;
  /** Whether it takes what it is given more slowly than it comes. */
  readonly congested: boolean;
}
