'use client';

import { useEffect, useRef, useState } from 'react';
import { thresholdPassed } from './countdown.ts';

/** Milliseconds between two summaries: often enough to be of use, seldom enough to be borne. */
const everyMs = 25_000;

export interface Watched {
  id: string;
  subject: string;
  left: number | null;
}

export interface Summary {
  /** Changes since the last summary. */
  changes: number;
  /** Thresholds passed since then. */
  passed: { subject: string; minutes: number }[];
}

/**
 * What a screen reader is told: one summary every 25 seconds, and only when there is something in it. The
 * feed and the countdowns themselves are silent.
 */
export function useSummary(changesSoFar: number, watched: readonly Watched[]): Summary | null {
  const [summary, setSummary] = useState<Summary | null>(null);
  const latest = useRef({ changesSoFar, watched });
  latest.current = { changesSoFar, watched };

  useEffect(() => {
    let told = latest.current;
    const timer = setInterval(() => {
      const now = latest.current;
      const passed = now.watched.flatMap((one) => {
        const before = told.watched.find((other) => other.id === one.id)?.left;
        if (before == null || one.left === null) return [];
        const minutes = thresholdPassed(before, one.left);
        return minutes === null ? [] : [{ subject: one.subject, minutes }];
      });
      const changes = now.changesSoFar - told.changesSoFar;
      told = now;
      setSummary(changes > 0 || passed.length > 0 ? { changes, passed } : null);
    }, everyMs);
    return () => clearInterval(timer);
  }, []);
  return summary;
}
