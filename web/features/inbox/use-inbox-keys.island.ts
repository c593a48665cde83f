'use client';

import { type RefObject, useEffect } from 'react';
import { isSwitchedOff } from '../staff/letter-keys.ts';
import type { Bulk } from './bulk/use-bulk.island.ts';
import { inboxCommand, stepRow } from './inbox-keys.ts';

interface InboxKeys {
  list: RefObject<HTMLElement | null>;
  /** Null where nothing can be done to many rows at once. */
  bulk: Bulk | null;
  onHints(): void;
  onRenew(): void;
}

/** The keyboard of the inbox, on the whole page while the list is shown. */
export function useInboxKeys({ list, bulk, onHints, onRenew }: InboxKeys): void {
  useEffect(() => {
    function onKeyDown(event: KeyboardEvent) {
      if (isSwitchedOff(event)) return;
      const target = event.target instanceof HTMLElement ? event.target : null;
      const command = inboxCommand(event, isTyping(target));
      const links = [...(list.current?.querySelectorAll<HTMLElement>('[data-reference]') ?? [])];
      switch (command) {
        case 'next':
        case 'previous':
        case 'pickNext':
        case 'pickPrevious': {
          event.preventDefault();
          const from = here(links);
          const way = command === 'next' || command === 'pickNext' ? 'next' : 'previous';
          const to = links[stepRow(from, way, links.length)];
          to?.focus();
          to?.scrollIntoView({ block: 'nearest' });
          if (!bulk || way === command || !to) break;
          const left = idOf(links[from]);
          if (left && bulk.selection.anchor === null) bulk.pick(left, false);
          const reached = idOf(to);
          if (reached) bulk.pick(reached, true);
          break;
        }
        case 'pick': {
          const id = idOf(links[here(links)]);
          if (!bulk || !id) break;
          event.preventDefault();
          bulk.pick(id, false);
          break;
        }
        case 'assign':
        case 'transfer':
        case 'start':
          if (!bulk) break;
          event.preventDefault();
          bulk.begin(command, idOf(links[here(links)]) ?? null);
          break;
        case 'undo':
          bulk?.undo();
          break;
        case 'search':
          event.preventDefault();
          document.getElementById('desk-search')?.focus();
          break;
        case 'hints':
          event.preventDefault();
          onHints();
          break;
        case 'refresh':
          event.preventDefault();
          onRenew();
          break;
        case 'leave':
          if (bulk?.form) bulk.leave();
          else if (!isTyping(target) && bulk && bulk.picked.length > 0) bulk.clear();
          else target?.blur();
          break;
        case 'open':
        case null:
      }
    }
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, [list, bulk, onHints, onRenew]);
}

/** The row that has the focus, its box or its link; -1 when none has. */
function here(links: readonly HTMLElement[]): number {
  const row = document.activeElement?.closest('li');
  return links.findIndex((link) => link.closest('li') === row);
}

function idOf(link: HTMLElement | undefined): string | undefined {
  return link?.dataset.case;
}

function isTyping(target: HTMLElement | null): boolean {
  if (target === null || (target instanceof HTMLInputElement && target.type === 'checkbox')) return false;
  return target.isContentEditable || ['INPUT', 'TEXTAREA', 'SELECT'].includes(target.tagName);
}
