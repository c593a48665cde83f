import { anonymous, type Clock, type Language, type Viewer } from '@bekhedmetkom/platform/auth';
import { Fault } from '@bekhedmetkom/platform/errors';
import { words } from '../wording/words.ts';
import type { AccessToken } from './access-token.ts';
import type { Grants } from './grants.ts';
import type { Revocations } from './revocations.ts';
import type { Session } from './session.ts';

/** What a request or a handshake shows of its sender. */
export interface Credentials {
  authorization: string | undefined;
  cookie: string | undefined;
  origin: string | undefined;
  /** Opaque key of the caller, for limits. */
  client: string;
  language: Language;
}

export interface Authentication {
  /**
   * Finds who asks: by bearer token, else by the session cookie if the page that sends it is ours, else
   * anonymous. Throws a Fault UNAUTHENTICATED for a token that is not good.
   */
  authenticate(credentials: Credentials): Promise<Session>;
  /** Whether the session still is what it was when it began: not expired, revoked, nor of other grants. */
  stillHolds(session: Session): Promise<boolean>;
  /** The same without asking anyone, for every single event. */
  seemsToHold(session: Session): boolean;
}

export function openAuthentication(parts: {
  checkToken: (token: string) => Promise<AccessToken>;
  grants: Grants;
  revocations: Revocations;
  allowedOrigin: (origin: string | undefined) => boolean;
  clock: Clock;
}): Authentication {
  const { checkToken, grants, revocations, allowedOrigin, clock } = parts;

  function tokenOf({ authorization, cookie, origin }: Credentials): string | undefined {
    if (authorization !== undefined) {
      const [, token] = /^Bearer +([\w.~+/=-]+)$/i.exec(authorization) ?? [];
      if (token === undefined) throw new Fault('UNAUTHENTICATED', words.badAuthorization);
      return token;
    }
    return allowedOrigin(origin) ? sessionCookie(cookie) : undefined;
  }

  function seemsToHold({ expiresAt, tokenId }: Session): boolean {
    return (expiresAt === null || expiresAt > clock.now()) && (tokenId === null || !revocations.has(tokenId));
  }

  return {
    async authenticate(credentials) {
      const { client, language } = credentials;
      const token = tokenOf(credentials);
      if (token === undefined) {
        return { viewer: { ...anonymous, client, language }, tokenId: null, expiresAt: null };
      }
      const { subject, id, expiresAt } = await checkToken(token);
      if (revocations.has(id)) throw new Fault('UNAUTHENTICATED', words.sessionEnded);
      const viewer: Viewer = { kind: 'person', subject, grants: await grants.of(subject), language, client };
      return { viewer, tokenId: id, expiresAt };
    },
    seemsToHold,
    async stillHolds(session) {
      if (!seemsToHold(session)) return false;
      const { subject, grants: then } = session.viewer;
      if (subject === null) return true;
      const now = await grants.of(subject);
      return now === then || JSON.stringify(now) === JSON.stringify(then);
    },
  };
}

/** The access token that the web application keeps in its cookie, if there is one. */
function sessionCookie(cookies: string | undefined): string | undefined {
  for (const part of cookies?.split(';') ?? []) {
    const [name, value] = part.trim().split('=', 2);
    if (name === 'bk_session' && value) return value;
  }
  return undefined;
}
