'use client';

import { useTranslations } from 'next-intl';
import { useEffect, useState } from 'react';
import { Icon } from '../../../ui/icon.tsx';
import { Typed } from './conflict.tsx';
import { draftsOf, dropDraft, wasSent, wordsOf } from './draft/draft-store.ts';
import { tabStorage } from './draft/use-form-draft.island.ts';
import { type Intent, isIntent } from './panel/intents.ts';
import { type Panel, panelOfIntent } from './panel/panels.ts';

interface LeftBehindProps {
  reference: string;
  version: number;
  offered: readonly Panel[];
  /** Texts that stand in the case: what is among them was sent, however its sender was told. */
  said: readonly string[];
  /** Forms whose words are shown already, or have just been sent. */
  except: readonly (Intent | null | undefined)[];
}

interface Left {
  form: Intent;
  texts: readonly string[];
}

/** What was typed into forms that the case no longer offers: shown to be copied, until it is let go. */
export function UnsavedDraft({ reference, version, offered, said, except }: LeftBehindProps) {
  const t = useTranslations('desk.left');
  const panels = useTranslations('desk.panel');
  const [left, setLeft] = useState<readonly Left[]>([]);
  const names = offered.join(' ');

  // The version is read too: a case that moved on is looked at anew although the same forms are offered.
  // biome-ignore lint/correctness/useExhaustiveDependencies: see above
  useEffect(() => {
    const storage = tabStorage();
    if (!storage) return;
    for (const { form, values } of draftsOf(storage, reference)) {
      if (wasSent(values, said)) dropDraft(storage, reference, form);
    }
    setLeft(orphans(draftsOf(storage, reference), names.split(' ')));
  }, [reference, names, version]);

  const shown = left.filter(({ form }) => !except.includes(form));
  function letGo() {
    const storage = tabStorage();
    if (storage) for (const { form } of shown) dropDraft(storage, reference, form);
    setLeft([]);
  }

  if (shown.length === 0) return null;
  return (
    <section className="moved" aria-labelledby="left-title">
      <Icon name="note" />
      <div>
        <h2 id="left-title">{t('title')}</h2>
        <p>{t('text')}</p>
        {shown.map(({ form, texts }) => {
          const panel = panelOfIntent(form);
          return (
            <div key={form}>
              {panel && <p className="small muted">{panels(panel)}</p>}
              {texts.map((text) => (
                <Typed key={text} text={text} />
              ))}
            </div>
          );
        })}
        <button type="button" className="btn btn--second btn--sm" onClick={letGo}>
          {t('letGo')}
        </button>
      </div>
    </section>
  );
}

function orphans(drafts: ReturnType<typeof draftsOf>, offered: readonly string[]): Left[] {
  return drafts.flatMap(({ form, values }) => {
    const panel = isIntent(form) ? panelOfIntent(form) : null;
    const texts = wordsOf(values);
    return isIntent(form) && panel && !offered.includes(panel) && texts.length > 0 ? [{ form, texts }] : [];
  });
}
