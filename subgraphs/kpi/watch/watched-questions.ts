/**
 * How many questions each caller watches at a time: every one of them is counted again, up to once a second, for as long
 * as it is watched. The same question counts once, however often the caller watches it.
 */
import type { Viewer } from '@bekhedmetkom/platform/auth';
import { Fault } from '@bekhedmetkom/platform/errors';
import { HeldPlaces } from '@bekhedmetkom/platform/limits';

/** The gateway watches in common for all callers of one scope: a scope stands for so many callers. */
const callersOfScope = 10;

const refusal = {
  ar: (most: number) =>
    `لا تُتابَع أكثر من ${most} أسئلة عن المؤشرات في وقت واحد. أوقفوا متابعة سؤال منها ثم أعيدوا المحاولة.`,
  en: (most: number) =>
    `No more than ${most} questions about figures are watched at a time. Stop watching one of them, then try again.`,
};

export class WatchedQuestions {
  readonly #watched = new HeldPlaces<string>();

  /**
   * Notes that a viewer watches a question; gives how to end it. `most` is the limit for one caller.
   * @throws Fault RATE_LIMITED, in the viewer's language, when the question would be one too many.
   */
  add(viewer: Viewer, question: string, most: number): () => void {
    const single = viewer.subject ?? viewer.client;
    const caller = single ?? JSON.stringify([viewer.kind, viewer.grants]);
    const limit = single === null ? most * callersOfScope : most;
    const end = this.#watched.hold(caller, question, limit);
    if (!end) throw new Fault('RATE_LIMITED', refusal[viewer.language](limit));
    return end;
  }
}
