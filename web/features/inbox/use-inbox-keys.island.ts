'use client';

import { type RefObject, useEffect } from 'react';
import { inboxCommand, stepRow } from './inbox-keys.ts';

interface InboxKeys {
  list: RefObject<HTMLElement | null>;
  onHints(): void;
  onRenew(): void;
}

/** The keyboard of the inbox, on the whole page while the list is shown. */
export function useInboxKeys({ list, onHints, onRenew }: InboxKeys): void {
  useEffect(() => {
    function onKeyDown(event: KeyboardEvent) {
      const target = event.target instanceof HTMLElement ? event.target : null;
      const command = inboxCommand(event, isTyping(target));
      const links = [...(list.current?.querySelectorAll<HTMLElement>('[data-reference]') ?? [])];
      switch (command) {
        case 'next':
        case 'previous': {
          event.preventDefault();
          const index = stepRow(links.indexOf(document.activeElement as HTMLElement), command, links.length);
          links[index]?.focus();
          links[index]?.scrollIntoView({ block: 'nearest' });
          break;
        }
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
          target?.blur();
          break;
        case 'open':
        case null:
      }
    }
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, [list, onHints, onRenew]);
}

function isTyping(target: HTMLElement | null): boolean {
  return (
    target !== null && (target.isContentEditable || ['INPUT', 'TEXTAREA', 'SELECT'].includes(target.tagName))
  );
}
