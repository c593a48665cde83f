'use client';

import { useEffect } from 'react';
import { isSwitchedOff } from '../../../staff/letter-keys.ts';
import { type Panel, panelOfKey } from './panels.ts';
import { teamPartsOfKey } from './team-keys.ts';

/** Letters open the form they stand beside (S starts the work), and so does an address that names one. */
export function usePanelKeys(offered: readonly Panel[]): void {
  const names = offered.join(' ');
  useEffect(() => {
    function onKeyDown(event: KeyboardEvent): void {
      if (isSwitchedOff(event)) return;
      const target = event.target instanceof HTMLElement ? event.target : null;
      if (event.ctrlKey || event.metaKey || event.altKey) return;
      if (target?.closest('input, textarea, select, dialog[open]')) return;
      const panel = panelOfKey(event.code, names.split(' ') as Panel[]);
      const done = panel === 'start' ? start() : [panel, ...teamPartsOfKey(event.code)].some(show);
      if (done) event.preventDefault();
    }
    const onHash = (): void => {
      show(window.location.hash.slice(1));
    };
    if (window.location.hash) onHash();
    document.addEventListener('keydown', onKeyDown);
    window.addEventListener('hashchange', onHash);
    return () => {
      document.removeEventListener('keydown', onKeyDown);
      window.removeEventListener('hashchange', onHash);
    };
  }, [names]);
}

function start(): boolean {
  const form = document.getElementById('form-start');
  const button = form?.querySelector('button');
  if (!(form instanceof HTMLFormElement) || button?.disabled) return false;
  form.requestSubmit();
  return true;
}

/** Opens the form of this name and puts the focus into its first field; false when the page has none. */
function show(name: string | null): boolean {
  const found = name ? document.getElementById(name) : null;
  if (!(found instanceof HTMLDetailsElement)) return false;
  found.open = true;
  found.scrollIntoView({ block: 'nearest' });
  const fields = found.querySelectorAll<HTMLElement>('textarea, select, input:not([type=hidden]), button');
  [...fields].find((field) => field.checkVisibility())?.focus();
  return true;
}
