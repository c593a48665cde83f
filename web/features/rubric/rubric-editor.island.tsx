'use client';

import { useTranslations } from 'next-intl';
import { useEffect, useId, useRef, useState, useTransition } from 'react';
import type { RubricQuery } from '../../graphql/generated/graphql.ts';
import { Icon } from '../../ui/icon.tsx';
import {
  type CriterionDraft,
  emptyCriterion,
  mostCriteria,
  mostOf,
  moved,
  type RubricDraft,
  sharesOf,
} from './criteria.ts';
import { CriterionRow } from './criterion-row.tsx';
import { publishRubric } from './rubric.action.ts';
import { idle } from './rubric-result.ts';

type Rubric = RubricQuery['rubric'];

/** The rubric in force, to be changed and published as the next version. */
export function RubricEditor({ rubric }: { rubric: Rubric }) {
  const t = useTranslations('rubric');
  const [draft, setDraft] = useState(() => draftOf(rubric));
  const [result, setResult] = useState(idle);
  const [pending, start] = useTransition();
  const summary = useRef<HTMLDivElement>(null);
  const table = useRef<HTMLOListElement>(null);
  const title = useId();
  useEffect(() => {
    if (result.status !== 'idle') summary.current?.focus();
  }, [result]);

  const { criteria } = draft;
  const shares = sharesOf(criteria);
  const most = mostOf(criteria);
  const change = (next: CriterionDraft[]) => setDraft((before) => ({ ...before, criteria: next }));
  const errorOf = (id: string) => result.errors.find((error) => error.id === id)?.message;

  function move(from: number, to: number) {
    change(moved(criteria, from, to));
    // The focus goes with the row that was moved.
    const direction = to < from ? 'up' : 'down';
    requestAnimationFrame(() => {
      const row = table.current?.children[to];
      const button = row?.querySelector<HTMLButtonElement>(`[data-move="${direction}"]:not(:disabled)`);
      (button ?? row?.querySelector<HTMLButtonElement>('[data-move]:not(:disabled)'))?.focus();
    });
  }

  const isUnchanged = JSON.stringify(draft) === JSON.stringify(draftOf(rubric));
  return (
    <form
      className="editor criteria"
      aria-labelledby={title}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        start(async () => setResult(await publishRubric(draft, rubric.version)));
      }}
    >
      <h2 className="editor__title" id={title}>
        <Icon name="note" />
        {t('criteria')}
      </h2>
      <div className="editor__body">
        {result.status !== 'idle' && result.status !== 'published' && (
          <div className="errors errors--staff" role="alert" tabIndex={-1} ref={summary}>
            <h3>{t(`result.${result.status}`)}</h3>
            <ul>
              {result.errors.map(({ id, message }) => (
                <li key={`${id}${message}`}>{id ? <a href={`#${id}`}>{message}</a> : message}</li>
              ))}
            </ul>
            {result.status === 'conflict' && <a href="?">{t('result.reread')}</a>}
          </div>
        )}
        {result.status === 'published' && (
          <div className="donebar" role="status" tabIndex={-1} ref={summary}>
            <Icon name="check" />
            {t('result.published', { version: rubric.version })}
          </div>
        )}
        <ol className="criteria__rows" ref={table}>
          {criteria.map((criterion, i) => (
            <CriterionRow
              key={criterion.row}
              place={i}
              last={i === criteria.length - 1}
              only={criteria.length === 1}
              criterion={criterion}
              share={shares[i] ?? null}
              errorOf={errorOf}
              onChange={(next) => change(criteria.with(i, next))}
              onMove={(to) => move(i, to)}
              onRemove={() => change(criteria.toSpliced(i, 1))}
            />
          ))}
        </ol>
        <p className="criteria__add">
          <button
            className="btn btn--second btn--sm"
            type="button"
            disabled={criteria.length >= mostCriteria}
            onClick={() => change([...criteria, emptyCriterion(criteria)])}
          >
            <Icon name="plus" />
            {t('add')}
          </button>
          <span className="muted">{most === null ? t('mostUnknown') : t('most', { most })}</span>
        </p>
        <div className="criteria__sample">
          <label className="label small" htmlFor="rubric-sample">
            {t('sample')}
          </label>
          <p className="hint" id="rubric-sample-hint">
            {t('sampleHint')}
          </p>
          <span className="row">
            <input
              className="input criteria__figure"
              id="rubric-sample"
              inputMode="numeric"
              dir="ltr"
              value={draft.samplePercent}
              onChange={(event) => setDraft({ ...draft, samplePercent: event.target.value })}
              aria-describedby="rubric-sample-hint"
              aria-invalid={errorOf('rubric-sample') ? true : undefined}
            />
            {t('percent')}
          </span>
        </div>
      </div>
      <div className="editor__foot">
        <span className="muted">{t('note')}</span>
        <span className="row editor__send">
          <button className="btn btn--second" type="button" onClick={() => setDraft(draftOf(rubric))}>
            {t('discard')}
          </button>
          <button className="btn btn--primary" type="submit" disabled={pending || isUnchanged}>
            <Icon name="check" />
            {pending ? t('publishing') : t('publish', { version: rubric.version + 1 })}
          </button>
        </span>
      </div>
    </form>
  );
}

function draftOf({ criteria, samplePercent }: Rubric): RubricDraft {
  return {
    samplePercent: String(samplePercent),
    criteria: criteria.map(({ key, names, weight, max }, row) => ({
      row,
      key,
      ...names,
      weight: String(weight),
      max: String(max),
    })),
  };
}
