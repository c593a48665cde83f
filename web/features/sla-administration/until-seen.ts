const tries = 20;
const pauseMs = 100;

/**
 * Waits until what was published can be read, two seconds at most: readers learn of it a moment after whoever
 * published it.
 */
export async function untilSeen(version: number, read: () => Promise<number | undefined>): Promise<void> {
  for (let i = 0; i < tries; i += 1) {
    if (((await read()) ?? 0) >= version) return;
    await new Promise((resolve) => setTimeout(resolve, pauseMs));
  }
}
