import pLimit from 'p-limit';
import type { AttachmentDependencies } from '../setup/attachment-dependencies.ts';
import type { FileStorage } from '../store/file-storage.ts';

/** The same database and storage as another process would use them; `changed` replaces parts of it. */
export function secondProcess(
  room: AttachmentDependencies,
  changed: Partial<AttachmentDependencies> = {},
): AttachmentDependencies {
  return { ...room, finishing: new Map(), inTurn: pLimit(2), ...changed };
}

/** A storage that stops at a call until it is released; `reached` resolves when it has stopped. */
export function stoppingStorage(storage: FileStorage, call: 'put' | 'open') {
  const reached = Promise.withResolvers<void>();
  const released = Promise.withResolvers<void>();
  const stop = async (): Promise<void> => {
    reached.resolve();
    await released.promise;
  };
  const stopping: FileStorage = {
    ...storage,
    async put(...args) {
      if (call === 'put') await stop();
      return storage.put(...args);
    },
    async open(...args) {
      if (call === 'open') await stop();
      return storage.open(...args);
    },
  };
  return { storage: stopping, reached: reached.promise, release: () => released.resolve() };
}
