'use client';

import { useTranslations } from 'next-intl';
import { useActionState } from 'react';
import type { CaseFilter } from '../../../graphql/generated/graphql.ts';
import { Icon } from '../../../ui/icon.tsx';
import type { SavedView } from '../address/saved-filter.ts';
import { changeView } from './save-view.actions.ts';

interface SaveViewProps {
  /** What the list is narrowed to now. */
  filter: CaseFilter;
  saved: SavedView | null;
  action: string;
}

/** Gives the list that is looked at a name, to be found again in the rail; or renames and forgets it. */
export function SaveView({ filter, saved, action }: SaveViewProps) {
  const t = useTranslations('inbox.saved');
  const [result, send, pending] = useActionState(changeView.bind(null, filter, action), {
    problem: null,
    name: saved?.name ?? '',
  });
  const wrong = result.problem !== null;
  return (
    <details className="filterbox savebox" open={wrong || undefined}>
      <summary className="btn btn--quiet btn--sm">
        <Icon name="star" />
        {saved ? t('change') : t('save')}
      </summary>
      <div className="filterbox__form">
        <form action={send} className="saveform">
          {saved && <input type="hidden" name="id" value={saved.id} />}
          <label className="label small" htmlFor="view-name">
            {t('name')}
          </label>
          <input
            className="input"
            id="view-name"
            name="name"
            dir="auto"
            required
            maxLength={80}
            autoComplete="off"
            defaultValue={result.name}
            aria-invalid={wrong || undefined}
            aria-describedby={wrong ? 'view-name-error' : undefined}
          />
          {wrong && (
            <p className="fielderror" id="view-name-error" role="alert">
              <Icon name="overdue" />
              {result.problem || t('unanswered')}
            </p>
          )}
          <button className="btn btn--primary btn--sm" type="submit" disabled={pending}>
            {saved ? t('rename') : t('keep')}
          </button>
        </form>
        {saved && (
          <form action={send} className="filterbox__foot">
            <input type="hidden" name="intent" value="remove" />
            <input type="hidden" name="id" value={saved.id} />
            <button className="btn btn--quiet btn--sm" type="submit" disabled={pending}>
              <Icon name="close" />
              {t('remove')}
            </button>
          </form>
        )}
      </div>
    </details>
  );
}
