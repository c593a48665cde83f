/**
 * How many questions each caller watches at a time: every one of them is counted again, up to once a second, for as long
 * as it is watched. The same question counts once, however often the caller watches it.
 */
import type { Viewer } from '@bekhedmetkom/platform/auth';
import { Fault } from '@bekhedmetkom/platform/errors';

/** The gateway watches in common for all callers of one scope: a scope stands for so many callers. */
const callersOfScope = 10;

const refusal = {
  ar: (most: number) =>
    `لا تُتابَع أكثر من ${most} أسئلة عن المؤشرات في وقت واحد. أوقفوا متابعة سؤال منها ثم أعيدوا المحاولة.`,
  en: (most: number) =>
    `No more than ${most} questions about figures are watched at a time. Stop watching one of them, then try again.`,
};

export class WatchedQuestions {
  readonly #byCaller = new Map<string, Map<string, number>>();

  /**
   * Notes that a viewer watches a question; gives how to end it. `most` is the limit for one caller.
   * @throws Fault RATE_LIMITED, in the viewer's language, when the question would be one too many.
   */
  add(viewer: Viewer, question: string, most: number): () => void {
    const single = viewer.subject ?? viewer.client;
    const caller = single ?? JSON.stringify([viewer.kind, viewer.grants]);
    const limit = single === null ? most * callersOfScope : most;
    const watched = this.#byCaller.get(caller) ?? new Map<string, number>();
    if (!watched.has(question) && watched.size >= limit) {
      throw new Fault('RATE_LIMITED', refusal[viewer.language](limit));
    }
    this.#byCaller.set(caller, watched);
    watched.set(question, (watched.get(question) ?? 0) + 1);
    let ended = false;
    return () => {
      if (ended) return;
      ended = true;
      const left = (watched.get(question) ?? 1) - 1;
      if (left > 0) watched.set(question, left);
      else watched.delete(question);
      if (watched.size === 0) this.#byCaller.delete(caller);
    };
  }
}
