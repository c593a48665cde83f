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
  take(attempt: Attempt, now: number): number;
  /** Milliseconds for which the answer to a wrong password is held back. */
  failed(attempt: Attempt, now: number): number;
  succeeded(attempt: Attempt): void;
}

/** Attempts that may come at once, and how many more may follow in a second. */
interface Rate {
  burst: number;
  perSecond: number;
}

interface Options {
  /** Of one address for one name. */
  oneName: Rate;
  /** Of one address for all names: what trying a common password on many names runs into. */
  allNames: Rate;
  /** Wrong passwords of one address for one name that are answered at once. */
  free: number;
  /** Milliseconds that the answer to each further one is held back. */
  delay: number;
  /** Names and addresses remembered; the ones used longest ago go first. */
  max: number;
}

const usual: Options = {
  oneName: { burst: 20, perSecond: 10 },
  allNames: { burst: 40, perSecond: 10 },
  free: 5,
  delay: 1_000,
  max: 20_000,
};

/** Wrong passwords are forgotten after a quarter of an hour without another. */
const memory = 15 * 60_000;

/**
 * Limits guessing without keeping the rightful person out. There is no lock on a name: a wrong password costs whoever
 * gave it time, the right one is always accepted. Times are milliseconds since 1970.
 */
export function makeSignInLimits(options: Partial<Options> = {}): SignInLimits {
  const { oneName, allNames, free, delay, max } = { ...usual, ...options };
  const buckets = new Map<string, { left: number; at: number }>();
  const wrong = new Map<string, { count: number; at: number }>();

  const takeOne = (key: string, rate: Rate, now: number): number => {
    const before = buckets.get(key) ?? { left: rate.burst, at: now };
    const left = Math.min(rate.burst, before.left + ((now - before.at) / 1000) * rate.perSecond);
    remember(buckets, key, { left: left >= 1 ? left - 1 : left, at: now }, max);
    return left >= 1 ? 0 : Math.ceil((1 - left) / rate.perSecond);
  };
  const keyOf = ({ username, address, known }: Attempt) => `${known ? 'known' : address} ${username}`;

  return {
    take(attempt, now) {
      const forName = takeOne(keyOf(attempt), oneName, now);
      return attempt.known || forName > 0 ? forName : takeOne(attempt.address, allNames, now);
    },
    failed(attempt, now) {
      const seen = wrong.get(keyOf(attempt));
      const count = (seen && now - seen.at < memory ? seen.count : 0) + 1;
      remember(wrong, keyOf(attempt), { count, at: now }, max);
      return count > free ? delay : 0;
    },
    succeeded: (attempt) => void wrong.delete(keyOf(attempt)),
  };
}

function remember<V>(map: Map<string, V>, key: string, value: V, max: number): void {
  map.delete(key);
  map.set(key, value);
  const [oldest] = map.keys();
  if (map.size > max && oldest !== undefined) map.delete(oldest);
}
