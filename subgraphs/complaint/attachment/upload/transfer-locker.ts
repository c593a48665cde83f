import { ERRORS, type Lock, type Locker, type RequestRelease } from '@tus/server';

interface TransferTimes {
  /** Milliseconds after which a request is asked to let go, so that no slow sender keeps an upload for long. */
  longestMs: number;
  /** Milliseconds for which another request waits for it. */
  waitMs: number;
}

const usual: TransferTimes = { longestMs: 25_000, waitMs: 30_000 };
/** The answer of a request that waited in vain: clients ask again. */
const locked = { status_code: 423, body: 'The upload is in use\n' };

interface Holder {
  requestRelease: RequestRelease;
  released: PromiseWithResolvers<void>;
}

/**
 * Lets one request at a time into an upload, within this process; between processes the row of the upload decides
 * (`keep-piece.ts`), so that a process that dies leaves no lock behind. Whoever holds an upload is asked to let go
 * as soon as another request comes, which is how a client goes on after its line broke.
 */
export function openTransferLocker({ longestMs, waitMs }: TransferTimes = usual): Locker {
  const holders = new Map<string, Holder>();

  return {
    newLock(id): Lock {
      let own: Holder | null = null;
      let late: NodeJS.Timeout | undefined;
      return {
        async lock(signal, requestRelease) {
          const end = AbortSignal.any([signal, AbortSignal.timeout(waitMs)]);
          for (let holder = holders.get(id); holder; holder = holders.get(id)) {
            await holder.requestRelease();
            await Promise.race([holder.released.promise, aborted(end)]);
            if (signal.aborted) throw ERRORS.ABORTED;
            if (end.aborted && holders.has(id)) throw locked;
          }
          own = { requestRelease, released: Promise.withResolvers() };
          holders.set(id, own);
          late = setTimeout(() => void requestRelease(), longestMs);
        },
        async unlock() {
          clearTimeout(late);
          if (holders.get(id) === own) holders.delete(id);
          own?.released.resolve();
        },
      };
    },
  };
}

function aborted(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve();
    else signal.addEventListener('abort', () => resolve(), { once: true });
  });
}
