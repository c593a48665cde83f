'use client';

import { useCallback, useEffect, useMemo, useState, useTransition } from 'react';
import type { LiveRow } from '../live-list.ts';
import type { InboxRow } from '../row-view.ts';
import { assignCases, startCases, transferCases, undoBulk } from './bulk.actions.ts';
import type { BulkForm } from './bulk-bar.island.tsx';
import type { BulkResult } from './bulk-result.ts';
import {
  extendTo,
  keepShown,
  mostPicked,
  nothingPicked,
  type Selection,
  toggle,
  toggleAll,
} from './selection.ts';

/** What is said about an action stays this long, unless something was refused. */
const shownForMs = 12_000;

export interface Bulk {
  selection: Selection;
  picked: readonly InboxRow[];
  all: boolean;
  form: BulkForm | null;
  busy: boolean;
  result: BulkResult | null;
  pick(id: string, range: boolean): void;
  pickAll(): void;
  clear(): void;
  open(form: BulkForm | null): void;
  assign(postId: string): void;
  start(): void;
  transfer(entity: string, reason: string): void;
  undo(): void;
  close(): void;
}

/**
 * Rows that are picked, and what is done to all of them. `begun` is called with the cases before they are sent,
 * `settled` once an answer has come.
 */
export function useBulk(
  rows: readonly InboxRow[],
  begun: (cases: readonly LiveRow[]) => void,
  settled: () => void,
): Bulk {
  const order = useMemo(() => rows.map((row) => row.id), [rows]);
  const [selection, setSelection] = useState<Selection>(nothingPicked);
  const [form, setForm] = useState<BulkForm | null>(null);
  const [result, setResult] = useState<BulkResult | null>(null);
  const [busy, begin] = useTransition();

  useEffect(() => setSelection((before) => keepShown(before, order)), [order]);
  useEffect(() => {
    if (!result || result.refused.length > 0 || result.problem !== null) return;
    const timer = setTimeout(() => setResult(null), shownForMs);
    return () => clearTimeout(timer);
  }, [result]);

  const picked = useMemo(
    () => rows.filter((row) => selection.picked.includes(row.id)).slice(0, mostPicked),
    [rows, selection],
  );
  const run = useCallback(
    (cases: readonly LiveRow[], action: () => Promise<BulkResult>) => {
      begun(cases);
      begin(async () => {
        const answer = await action().catch(() => null);
        if (!answer) return;
        setResult(answer);
        // What was refused stays picked, so that something else can be done about it.
        const left = new Set(answer.refused.map((one) => one.caseId));
        if (answer.problem === null) {
          setForm(null);
          setSelection((before) => ({
            picked: before.picked.filter((id) => left.has(id)),
            anchor: before.anchor,
          }));
        }
        settled();
      });
    },
    [begun, settled],
  );
  const items = () => picked.map((row) => ({ caseId: row.id, expectedVersion: row.version }));

  return {
    selection,
    picked,
    all: order.length > 0 && order.every((id) => selection.picked.includes(id)),
    form,
    busy,
    result,
    pick: (id, range) => setSelection((before) => (range ? extendTo(before, order, id) : toggle(before, id))),
    pickAll: () => setSelection((before) => toggleAll(before, order)),
    clear() {
      setForm(null);
      setSelection(nothingPicked);
    },
    open: (next) => setForm(next),
    assign: (postId) => run(picked, () => assignCases(items(), postId)),
    start: () => picked.length > 0 && run(picked, () => startCases(items())),
    transfer: (entity, reason) => run(picked, () => transferCases(items(), entity, reason)),
    undo() {
      if (!result || result.undo.length === 0) return;
      const cases = result.undo.map((one) => ({ id: one.caseId, version: one.expectedVersion }));
      run(cases, () => undoBulk(result.undo));
    },
    close: () => setResult(null),
  };
}
