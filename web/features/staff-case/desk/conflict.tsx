import { useTranslations } from 'next-intl';
import { useEffect, useRef } from 'react';
import { Icon } from '../../../ui/icon.tsx';
import { useLanguage } from '../../staff/language.ts';
import { clockTime } from '../../staff/when.ts';
import { since } from './actions/conflict.ts';
import type { DeskResult } from './draft/desk-result.ts';
import { wordsOf } from './draft/draft-store.ts';
import type { DeskCase } from './forms/desk.ts';
import { type Panel, panelOfIntent } from './panel/panels.ts';

interface ConflictProps {
  kase: DeskCase;
  result: DeskResult;
  offered: readonly Panel[];
}

/** The case moved on before what was typed arrived: who did what, and when. Nothing typed is lost. */
export function Conflict({ kase, result, offered }: ConflictProps) {
  const t = useTranslations('staff.form');
  const words = useTranslations('case.action');
  const language = useLanguage();
  const box = useRef<HTMLDivElement>(null);
  const panel = result.intent && panelOfIntent(result.intent);
  const gone = !panel || !offered.includes(panel);
  const entries = kase.timeline.edges.map(({ node }) => node);
  useEffect(() => {
    if (result.status === 'conflict') box.current?.focus();
  }, [result]);
  return (
    <div className="moved" role="alert" tabIndex={-1} ref={box}>
      <Icon name="clock" />
      <div>
        <h2>{t('movedTitle')}</h2>
        <ul>
          {since(entries, result.lastSeen).map(({ id, action, post, at }) => (
            <li key={id}>
              <b>{action ? words(action) : null}</b>{' '}
              {post && <bdi>{[post.holder?.name, post.name].filter(Boolean).join(' – ')}</bdi>}{' '}
              <time dateTime={at}>{clockTime(language, at)}</time>
            </li>
          ))}
        </ul>
        <p>{gone ? t('movedGone') : t('movedConflict')}</p>
        {gone && wordsOf(result.values).map((text) => <Typed key={text} text={text} />)}
      </div>
    </div>
  );
}

/** Words that can only be copied now. */
export function Typed({ text }: { text: string }) {
  const t = useTranslations('staff.form');
  return (
    <textarea
      className="textarea textarea--short"
      dir="auto"
      readOnly
      value={text}
      rows={3}
      aria-label={t('movedTyped')}
    />
  );
}
