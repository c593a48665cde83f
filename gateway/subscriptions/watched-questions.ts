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
export function openWatchedQuestions(limits: QuestionPace): WatchedQuestions {
  const watched = new Map<string, Map<string, number>>();

  return {
    watch(field, caller, question) {
      if (!costly.has(field)) return () => undefined;
      const questions = watched.get(caller) ?? new Map<string, number>();
      const watchers = questions.get(question) ?? 0;
      const most = caller.startsWith('person ') ? limits.person : limits.address;
      if (watchers === 0 && questions.size >= most) return null;
      watched.set(caller, questions.set(question, watchers + 1));
      let over = false;
      return () => {
        if (over) return;
        over = true;
        const left = (questions.get(question) ?? 0) - 1;
        if (left > 0) questions.set(question, left);
        else questions.delete(question);
        if (questions.size === 0 && watched.get(caller) === questions) watched.delete(caller);
      };
    },
  };
}
