import type { LoggedEvent, LogSubscription } from '@bekhedmetkom/platform/outbox';
import type { AttachmentAdded, CaseEvent } from '@bekhedmetkom/schema/events/complaint';
import type { CaseObject } from '../graph/case.type.ts';
import type { SeenEvent } from '../graph/case-feed.ts';

interface Options {
  tail: LogSubscription;
  after: string | null | undefined;
  accept(event: LoggedEvent<CaseEvent>): boolean;
  /** Key of a case whose new files are told of as well: they are no version of the case. */
  filesOf?: string;
  /** Null when the viewer may not see the case any more: then the event is not theirs either. */
  load(caseId: string): Promise<CaseObject | null>;
}

/** Streams events that the viewer may see, each with its case; asked for every event anew. */
export function streamCases({
  tail,
  after,
  accept,
  filesOf,
  load,
}: Options): AsyncIterableIterator<SeenEvent> {
  // The log tells of more than cases: what staff note and promise is not for this stream.
  const isCase = (event: LoggedEvent): event is LoggedEvent<CaseEvent> => event.type.startsWith('case.');
  const events = tail.subscribe({
    after,
    accept: (event) => (isCase(event) ? accept(event) : isFileOf(event, filesOf)),
  });
  const stream: AsyncIterableIterator<SeenEvent> = {
    [Symbol.asyncIterator]: () => stream,
    async next() {
      for (;;) {
        const { done, value } = await events.next();
        if (done) return { done: true, value: undefined };
        const kase = await load(value.key).catch((error: unknown) => {
          tail.skip(value, error);
          return null;
        });
        if (kase) return { done: false, value: { event: value as SeenEvent['event'], kase } };
      }
    },
    async return() {
      await events.return?.();
      return { done: true, value: undefined };
    },
  };
  return stream;
}

function isFileOf(event: LoggedEvent, caseId: string | undefined): boolean {
  if (caseId === undefined || event.type !== 'attachment.added') return false;
  return (event.payload as Partial<AttachmentAdded>).caseId === caseId;
}
