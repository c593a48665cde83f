'use client';

import { usePathname, useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { type FormEvent, type KeyboardEvent, useEffect, useId, useRef, useState } from 'react';
import { Icon } from '../../ui/icon.tsx';
import { useLanguage } from '../staff/language.ts';
import { type Command, matching, referenceIn, stepTo } from './commands.ts';
import { offeredCommands } from './offered-commands.ts';
import { caseCommands } from './page-commands.ts';
import { useFoundCases } from './use-found-cases.island.ts';

/** Opened by Ctrl+K or Cmd+K anywhere in the staff area: every place to go to, what can be done on the open page, and cases by their words. */
export function Palette({ places }: { places: readonly Command[] }) {
  const t = useTranslations('inbox.palette');
  const states = useTranslations('case');
  const language = useLanguage();
  const router = useRouter();
  const path = usePathname();
  const dialog = useRef<HTMLDialogElement>(null);
  const box = useId();
  const [typed, setTyped] = useState('');
  const [at, setAt] = useState(0);
  const [ofCase, setOfCase] = useState<Command[]>([]);

  useEffect(() => {
    function onKeyDown(event: globalThis.KeyboardEvent): void {
      if (event.code !== 'KeyK' || !(event.ctrlKey || event.metaKey) || event.altKey || event.shiftKey)
        return;
      event.preventDefault();
      if (dialog.current?.open) dialog.current.close();
      else open();
    }
    function open(): void {
      setTyped('');
      setAt(0);
      setOfCase([...offeredCommands(), ...caseCommands(document)]);
      dialog.current?.showModal();
    }
    // A click beside the palette closes it: on the ground, not on what stands in it.
    const ground = dialog.current;
    const onGround = (event: MouseEvent): void => {
      if (event.target === ground) ground?.close();
    };
    ground?.addEventListener('click', onGround);
    document.addEventListener('keydown', onKeyDown);
    document.addEventListener('bk:palette', open);
    return () => {
      ground?.removeEventListener('click', onGround);
      document.removeEventListener('keydown', onKeyDown);
      document.removeEventListener('bk:palette', open);
    };
  }, []);

  const { cases, asking } = useFoundCases(typed);
  const found = [
    ...matching([...ofCase, ...places], typed),
    ...cases.map(
      ({ id, reference, subject, state }): Command => ({
        id: `case-${id}`,
        group: 'find',
        label: t('found', { subject, reference, state: states(`state.${state}`) }),
        href: `/${language}/staff/cases/${reference}`,
      }),
    ),
    ...findCommands(typed, language, t),
  ];
  const chosen = found[Math.min(at, found.length - 1)];

  function run(command: Command | undefined): void {
    if (!command) return;
    dialog.current?.close();
    if (command.run) command.run();
    else if (command.href.startsWith('#')) {
      // The same address twice changes nothing: the form would stay closed.
      history.replaceState(null, '', path);
      window.location.hash = command.href;
    } else if (command.whole) window.location.assign(command.href);
    else router.push(command.href);
  }
  function onKeyDown(event: KeyboardEvent): void {
    if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
    event.preventDefault();
    setAt(stepTo(Math.min(at, found.length - 1), event.key === 'ArrowDown' ? 1 : -1, found.length));
  }
  function onSubmit(event: FormEvent): void {
    event.preventDefault();
    run(chosen);
  }

  return (
    <dialog ref={dialog} className="palette" aria-label={t('label')}>
      <form onSubmit={onSubmit} className="palette__form">
        <label className="palette__field">
          <Icon name="search" />
          <span className="sr">{t('label')}</span>
          <input
            type="text"
            role="combobox"
            aria-expanded="true"
            aria-controls={box}
            aria-activedescendant={chosen ? `${box}-${chosen.id}` : undefined}
            aria-autocomplete="list"
            autoComplete="off"
            dir="auto"
            maxLength={200}
            placeholder={t('placeholder')}
            value={typed}
            onChange={(event) => {
              setTyped(event.target.value);
              setAt(0);
            }}
            onKeyDown={onKeyDown}
          />
        </label>
        <div role="listbox" id={box} aria-label={t('label')} className="palette__list" tabIndex={-1}>
          {found.map((command) => (
            <button
              type="button"
              role="option"
              key={command.id}
              id={`${box}-${command.id}`}
              aria-selected={command === chosen}
              tabIndex={-1}
              ref={(item) => {
                if (command === chosen) item?.scrollIntoView({ block: 'nearest' });
              }}
              onClick={() => run(command)}
            >
              <span className="palette__group">{command.group === 'find' ? '' : t(command.group)}</span>
              <span className="palette__name">{command.label}</span>
              {command.keys?.map((cap) => (
                <kbd key={cap} className="key">
                  {cap}
                </kbd>
              ))}
            </button>
          ))}
        </div>
        {found.length === 0 && <p className="muted small palette__none">{t('none')}</p>}
        <p role="status" className="xs muted palette__hint">
          {asking ? t('asking') : t('hint')}
        </p>
      </form>
    </dialog>
  );
}

type Words = ReturnType<typeof useTranslations<'inbox.palette'>>;

function findCommands(typed: string, language: 'ar' | 'en', t: Words): Command[] {
  const text = typed.trim();
  if (!text) return [];
  const reference = referenceIn(text);
  if (reference) {
    const href = `/${language}/staff/cases/${reference}`;
    return [{ id: 'open', group: 'find', label: t('open', { reference }), href }];
  }
  const href = `/${language}/staff/inbox?q=${encodeURIComponent(text)}`;
  return [{ id: 'search', group: 'find', label: t('search', { text }), href }];
}
