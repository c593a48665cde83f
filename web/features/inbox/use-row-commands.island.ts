'use client';

import { useTranslations } from 'next-intl';
import { type RefObject, useEffect } from 'react';
import type { Command } from '../palette/commands.ts';
import { offerCommands } from '../palette/offered-commands.ts';
import { useLanguage } from '../staff/language.ts';
import { bulkTools, toolsFor } from './bulk/tools.ts';
import type { Bulk } from './bulk/use-bulk.island.ts';
import type { LiveInbox } from './list/use-live-list.island.ts';

const caps = { assign: 'A', start: 'S', transfer: 'T' } as const;

/** Offers the palette what can be done to the rows that are picked or, when none is, to the row in focus. */
export function useRowCommands(
  body: RefObject<HTMLElement | null>,
  { list, allowed }: LiveInbox,
  bulk: Bulk | null,
): void {
  const t = useTranslations('inbox.bulk');
  const keys = useTranslations('inbox.keys');
  const language = useLanguage();
  useEffect(
    () =>
      offerCommands(() => {
        const here = body.current?.contains(document.activeElement) ? document.activeElement : null;
        const id = here?.closest('li')?.querySelector<HTMLElement>('[data-case]')?.dataset.case;
        const focused = list.rows.find((row) => row.id === id) ?? null;
        const picked = bulk?.picked ?? [];
        const chosen = picked.length > 0 ? picked : focused ? [focused] : [];
        const about = picked.length > 0 ? t('picked', { count: picked.length }) : (focused?.subject ?? '');
        const tools = toolsFor(chosen, allowed);
        const commands: Command[] = [];
        if (focused) {
          const href = `/${language}/staff/cases/${focused.reference}`;
          const label = `${keys('open')}: ${focused.subject}`;
          commands.push({ id: 'row-open', group: 'row', label, keys: ['Enter'], href });
        }
        if (!bulk) return commands;
        for (const tool of bulkTools) {
          const count = tools[tool].length;
          if (count === 0) continue;
          const name =
            count < chosen.length ? t('some', { tool: t(tool), count, all: chosen.length }) : t(tool);
          commands.push({
            id: `row-${tool}`,
            group: 'row',
            label: `${name}: ${about}`,
            keys: [caps[tool]],
            run: () => bulk.begin(tool, focused?.id ?? null),
          });
        }
        if (focused) {
          const run = () => bulk.pick(focused.id, false);
          const label = `${keys('pick')}: ${focused.subject}`;
          commands.push({ id: 'row-pick', group: 'row', label, keys: ['X'], run });
        }
        if ((bulk.result?.undo.length ?? 0) > 0) {
          commands.push({ id: 'row-undo', group: 'row', label: t('undo'), keys: ['Z'], run: bulk.undo });
        }
        return commands;
      }),
    [body, list.rows, allowed, bulk, t, keys, language],
  );
}
