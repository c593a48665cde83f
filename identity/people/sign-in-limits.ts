import { type Limits, type Pace, secondsOf } from '@bekhedmetkom/platform/limits';

/** Who tries to sign in, and from where. */
export interface Attempt {
  /** The name that was typed, whether there is such a person or not. */
  username: string;
  /** The address of the client; behind a carrier or a balancer many people can share one. */
  address: string;
  /** Whether this browser has signed in under this name before (see known-browser.ts). */
  known: boolean;
}

export interface SignInLimits {
  /**
   * Counts one attempt. 0 lets it go ahead; otherwise the seconds after which the next one may. Attempts of a browser
   * that is known for a name are counted for that name alone and are never refused because of other people's.
   */
  take(attempt: Attempt): Promise<number>;
  /** Milliseconds for which the answer to a wrong password is held back. */
  failed(attempt: Attempt): Promise<number>;
  succeeded(attempt: Attempt): Promise<void>;
}

interface Options {
  /** Of one address for one name. */
  oneName: Pace;
  /** Of one address for all names: what trying a common password on many names runs into. */
  allNames: Pace;
  /** Wrong passwords of one address for one name that are answered at once. */
  free: number;
  /** Milliseconds that the answer to each further one is held back. */
  delay: number;
}

const usual: Options = {
  oneName: { burst: 20, perSecond: 10 },
  allNames: { burst: 40, perSecond: 10 },
  free: 5,
  delay: 1_000,
};

/** Wrong passwords are forgotten after a quarter of an hour without another, seconds. */
const memory = 15 * 60;

/**
 * Limits guessing without keeping the rightful person out. There is no lock on a name: a wrong password costs whoever
 * gave it time, the right one is always accepted. With Redis they count for all processes of the issuer together.
 */
export function makeSignInLimits(limits: Limits, options: Partial<Options> = {}): SignInLimits {
  const { free, delay, ...paces } = { ...usual, ...options };
  const oneName = limits.paced('sign-in-one-name', paces.oneName);
  const allNames = limits.paced('sign-in-all-names', paces.allNames);
  const wrong = limits.counted('sign-in-wrong', { points: free, duration: memory });
  const keyOf = ({ username, address, known }: Attempt) => `${known ? 'known' : address} ${username}`;

  return {
    async take(attempt) {
      let wait = await oneName.take(keyOf(attempt));
      if (wait === 0 && !attempt.known) wait = await allNames.take(attempt.address);
      return wait === 0 ? 0 : secondsOf(wait);
    },
    async failed(attempt) {
      const { count } = await wrong.add(keyOf(attempt));
      await wrong.prolong(keyOf(attempt), count);
      return count > free ? delay : 0;
    },
    succeeded: (attempt) => wrong.forget(keyOf(attempt)),
  };
}
