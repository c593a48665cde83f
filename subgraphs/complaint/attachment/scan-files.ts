/** Scanning: files that wait for the scanner, each with its own turn, lease and back-off. */
import { type Heartbeat, startHeartbeat } from '@bekhedmetkom/platform/outbox';
import { dropInfected } from './clear-away.ts';
import { type DueScan, postponeScan, rejectScan, saveScan, takeDueScans } from './keeping.store.ts';
import { type AttachmentRoom, keyOf } from './room.ts';

/** Milliseconds between looks at what is due. */
const pause = 2_000;
/** Files that one process scans at once. */
const most = 4;

/** Scans until it is closed. A file that takes long, or fails, holds up none of the others. */
export function startScans(room: AttachmentRoom): Heartbeat {
  const running = new Set<Promise<void>>();
  const heartbeat = startHeartbeat(round, (error) => room.logger.error({ err: error }, 'scanning failed'));

  async function round(): Promise<number> {
    if (!room.scanner || running.size >= most) return pause;
    const due = await takeDueScans(room.database, most - running.size);
    for (const one of due) {
      const work = scan(room, one).finally(() => {
        running.delete(work);
        heartbeat.wake();
      });
      running.add(work);
    }
    return pause;
  }

  return {
    wake: heartbeat.wake,
    async close() {
      await heartbeat.close();
      await Promise.all(running);
    },
  };
}

/** Never rejects. Without an answer of the scanner the file stays where it is and is tried again. */
async function scan(room: AttachmentRoom, { id, storedAs, tries }: DueScan): Promise<void> {
  const { database, storage, scanner, logger } = room;
  try {
    const content = await storage.open(keyOf.file(id, storedAs));
    if (!content || !scanner) throw new Error('there is nothing to scan');
    const verdict = await scanner.scan(content);
    if (verdict === 'TOO_LARGE') await rejectScan(database, id);
    else await saveScan(database, id, verdict === 'CLEAN' ? 'READY' : 'INFECTED');
    if (verdict !== 'INFECTED') return;
    await dropInfected(room, { id, storedAs }).catch((error: unknown) => {
      logger.warn({ err: error, attachment: id }, 'an infected file could not be removed yet');
    });
  } catch (error) {
    logger.warn({ err: error, attachment: id, tries }, 'a file could not be scanned; it waits');
    const seconds = Math.min(5 * 2 ** Math.min(tries - 1, 6), 300);
    await postponeScan(database, id, seconds).catch((reason: unknown) => {
      logger.warn({ err: reason, attachment: id }, 'a scan could not be put off; its lease ends by itself');
    });
  }
}
