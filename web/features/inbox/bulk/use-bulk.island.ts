'use client';

import { useTranslations } from 'next-intl';
import { useCallback, useEffect, useMemo, useState, useTransition } from 'react';
import type { InboxRow } from '../list/row-view.ts';
import type { LiveInbox } from '../list/use-live-list.island.ts';
import { assignCases, startCases, transferCases, undoBulk } from './bulk.actions.ts';
import { type BulkAction, type BulkResult, unanswered } from './bulk-result.ts';
import {
  extendTo,
  keepShown,
  maxPicked,
  nothingPicked,
  type Selection,
  toggle,
  toggleAll,
} from './selection.ts';
import { type BulkTool, rowsFor, toolsFor } from './tools.ts';

/** What is said about an action stays this long, unless something was refused. */
const shownForMs = 12_000;

export type BulkForm = Exclude<BulkTool, 'start'>;

export interface Bulk {
  selection: Selection;
  picked: readonly InboxRow[];
  /** Of what is picked, the rows to which each tool applies. */
  tools: Record<BulkTool, InboxRow[]>;
  all: boolean;
  form: BulkForm | null;
  busy: boolean;
  result: BulkResult | null;
  pick(id: string, range: boolean): void;
  pickAll(): void;
  clear(): void;
  /**
   * Begins with a tool on what is picked or, when nothing is, on the row `focused`: opens its form, or does it. Says
   * so when the tool applies to none of it.
   */
  begin(tool: BulkTool, focused: string | null): void;
  /** Closes the form, and lets go of a row that was picked for it alone. */
  leave(): void;
  assign(rows: readonly InboxRow[], postId: string): void;
  transfer(entity: string, reason: string): void;
  undo(): void;
  close(): void;
}

/** Rows that are picked, and what is done to them. What came of it is shown in the list at once. */
export function useBulk({ list, allowed, own, done, compare }: LiveInbox): Bulk {
  const t = useTranslations('inbox.bulk');
  const { rows } = list;
  const order = useMemo(() => rows.map((row) => row.id), [rows]);
  const [selection, setSelection] = useState<Selection>(nothingPicked);
  const [form, setForm] = useState<BulkForm | null>(null);
  const [borrowed, setBorrowed] = useState(false);
  const [result, setResult] = useState<BulkResult | null>(null);
  const [busy, begin] = useTransition();

  useEffect(() => setSelection((before) => keepShown(before, order)), [order]);
  useEffect(() => {
    if (!result || result.refused.length > 0 || (result.problem !== null && result.sent)) return;
    const timer = setTimeout(() => setResult(null), shownForMs);
    return () => clearTimeout(timer);
  }, [result]);

  const picked = useMemo(
    () => rows.filter((row) => selection.picked.includes(row.id)).slice(0, maxPicked),
    [rows, selection],
  );
  const tools = useMemo(() => toolsFor(picked, allowed), [picked, allowed]);
  const run = useCallback(
    (
      action: BulkAction,
      cases: readonly { id: string; version: number }[],
      send: () => Promise<BulkResult>,
    ) => {
      own(cases);
      begin(async () => {
        const answer = await send().catch(() => ({ ...unanswered(action), problem: '' }));
        const refused = answer.refused.map((one) => one.caseId);
        done(answer.cases, refused);
        setResult(answer);
        // What was refused, or was not part of it, stays picked: something else can be done about it.
        if (answer.problem === null) {
          setForm(null);
          setBorrowed(false);
          setSelection(({ picked: before, anchor }) => ({
            picked: before.filter((id) => !answer.done.includes(id)),
            anchor,
          }));
        }
        compare();
      });
    },
    [own, done, compare],
  );
  const clear = (): void => {
    setForm(null);
    setBorrowed(false);
    setSelection(nothingPicked);
  };

  return {
    selection,
    picked,
    tools,
    all: order.length > 0 && order.every((id) => selection.picked.includes(id)),
    form,
    busy,
    result,
    pick(id, range) {
      setBorrowed(false);
      setSelection((before) => (range ? extendTo(before, order, id) : toggle(before, id)));
    },
    pickAll: () => setSelection((before) => toggleAll(before, order)),
    clear,
    begin(tool, focused) {
      if (busy) return;
      const chosen = picked.length > 0 ? picked : rows.filter((row) => row.id === focused);
      if (chosen.length === 0) return;
      const able = rowsFor(tool, chosen, allowed);
      if (able.length === 0) {
        return setResult({ ...unanswered(tool), sent: false, problem: t('notAllowed', { tool: t(tool) }) });
      }
      if (tool === 'start') return run('start', able, () => startCases(itemsOf(able)));
      if (form === tool) return setForm(null);
      if (picked.length === 0 && focused !== null) {
        setBorrowed(true);
        setSelection({ picked: [focused], anchor: focused });
      }
      setForm(tool);
    },
    leave() {
      if (borrowed) clear();
      else setForm(null);
    },
    assign: (some, postId) => run('assign', some, () => assignCases(itemsOf(some), postId)),
    transfer: (entity, reason) =>
      run('transfer', tools.transfer, () => transferCases(itemsOf(tools.transfer), entity, reason)),
    undo() {
      if (busy || !result || result.undo.length === 0) return;
      const cases = result.undo.map((one) => ({ id: one.caseId, version: one.expectedVersion }));
      run('undo', cases, () => undoBulk(result.undo));
    },
    close: () => setResult(null),
  };
}

function itemsOf(rows: readonly InboxRow[]): { caseId: string; expectedVersion: number }[] {
  return rows.map(({ id, version }) => ({ caseId: id, expectedVersion: version }));
}
