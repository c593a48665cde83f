import { HeldPlaces } from '@bekhedmetkom/platform/limits';
import { mostOf } from '../limits/connections.ts';

/** Root fields whose every distinct question is counted anew whenever anything changes. */
const costly = new Set(['kpiChanged']);

export interface QuestionPace {
  /** Distinct questions that everybody behind one address, not signed in, may watch at a time. */
  address: number;
  /** Those of one person who is signed in. */
  person: number;
}

export interface WatchedQuestions {
  /**
   * Notes that a caller watches a question; the returned function ends it. Null when the caller watches too many
   * others. The same question asked again, also by others behind the same address, costs nothing.
   */
  watch(field: string, caller: string, question: string): (() => void) | null;
}

/** Opens the count of figures that callers watch, in this process. */
export function openWatchedQuestions(pace: QuestionPace): WatchedQuestions {
  const watched = new HeldPlaces<string>();
  return {
    watch(field, caller, question) {
      if (!costly.has(field)) return () => undefined;
      return watched.hold(caller, question, mostOf(pace, caller));
    },
  };
}
