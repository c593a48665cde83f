/** "Why this due date": the server's steps of reckoning, drawn together into the few lines a person reads. */
import { dayOf } from '@bekhedmetkom/time/amman';

export interface LedgerStep {
  from: string;
  /** Null while it lasts. */
  to: string | null;
  workingMinutes: number;
  reason:
    | 'START'
    | 'WORKING_DAY'
    | 'SHORT_DAY'
    | 'WEEKEND'
    | 'HOLIDAY'
    | 'PAUSE'
    | 'CREDIT'
    | 'PROMISE'
    | 'DUE';
  name: string;
}

export type LedgerLine =
  | { kind: 'start'; submitted: string; counted: string }
  | { kind: 'work'; at: string; days: number; minutes: number }
  | { kind: 'off'; name: string; from: string; to: string; days: number }
  | { kind: 'short'; name: string; at: string; minutes: number }
  | { kind: 'pause' | 'credit'; from: string; to: string | null }
  | { kind: 'promise'; at: string; name: string }
  | { kind: 'due'; at: string };

/**
 * The lines in the order in which things happened; neighbouring working days become one line, and weekends are
 * told apart from holidays by their names. Days are those of Asia/Amman.
 */
export function ledgerOf(steps: readonly LedgerStep[]): LedgerLine[] {
  const lines: LedgerLine[] = [];
  const worked = new Set<number>();
  for (const step of steps) {
    const last = lines.at(-1);
    if (step.reason === 'WORKING_DAY') {
      const date = dayNumber(step.from);
      const days = worked.has(date) ? 0 : 1;
      worked.add(date);
      if (last?.kind === 'work') {
        last.days += days;
        last.minutes += step.workingMinutes;
      } else lines.push({ kind: 'work', at: step.from, days, minutes: step.workingMinutes });
    } else if (step.reason === 'PAUSE' && last?.kind === 'pause') last.to = step.to;
    else if (step.reason === 'CREDIT' && last?.kind === 'credit') last.to = step.to;
    else lines.push(line(step));
  }
  return lines.filter((one) => one.kind !== 'work' || one.days > 0);
}

function line(step: LedgerStep): LedgerLine {
  switch (step.reason) {
    case 'START':
      return { kind: 'start', submitted: step.from, counted: step.to ?? step.from };
    case 'PAUSE':
      return { kind: 'pause', from: step.from, to: step.to };
    case 'CREDIT':
      return { kind: 'credit', from: step.from, to: step.to };
    case 'PROMISE':
      return { kind: 'promise', at: step.to ?? step.from, name: step.name };
    case 'SHORT_DAY':
      return { kind: 'short', name: step.name, at: step.from, minutes: step.workingMinutes };
    case 'DUE':
      return { kind: 'due', at: step.to ?? step.from };
    default: {
      // `to` is the midnight after the last day off.
      const end = step.to ?? step.from;
      const days = Math.max(1, dayNumber(end) - dayNumber(step.from));
      const lastDay = new Date(Date.parse(end) - 1).toISOString();
      return { kind: 'off', name: step.name, from: step.from, to: lastDay, days };
    }
  }
}

function dayNumber(moment: string): number {
  return dayOf(Date.parse(moment));
}
