'use client';

import { useTranslations } from 'next-intl';
import { useEffect, useId, useRef, useState, useTransition } from 'react';
import type { RubricQuery } from '../../graphql/generated/graphql.ts';
import type { Locale } from '../../i18n/locale.ts';
import { Icon } from '../../ui/icon.tsx';
import { EditorFoot } from '../sla-administration/editor-foot.tsx';
import { ResultSummary } from '../sla-administration/result-summary.tsx';
import { idle, type TrialResult } from '../sla-administration/trial-result.ts';
import { changesOf } from './changes.ts';
import {
  type CriterionDraft,
  emptyCriterion,
  maxCriteria,
  mostOf,
  moved,
  type RubricDraft,
  sharesOf,
} from './criteria.ts';
import { CriterionRow } from './criterion-row.tsx';
import { publishRubric, type RubricTrial, tryRubric } from './rubric.action.ts';
import { RubricChanges, RubricTrialView } from './rubric-trial.tsx';

type Rubric = RubricQuery['rubric'];

interface RubricEditorProps {
  rubric: Rubric;
  language: Locale;
}

/** The rubric in force, to be changed, tried on scored answers, and published as the next version. */
export function RubricEditor({ rubric, language }: RubricEditorProps) {
  const t = useTranslations('rubric');
  const [draft, setDraft] = useState(() => draftOf(rubric));
  const [result, setResult] = useState<TrialResult<RubricTrial>>(idle);
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
  const edit = (next: Partial<RubricDraft>) => {
    setDraft((before) => ({ ...before, ...next }));
    // A trial is one of what was tried.
    setResult((before) => (before.status === 'tried' || before.status === 'published' ? idle : before));
  };
  const change = (next: CriterionDraft[]) => edit({ criteria: next });
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

  const changes = changesOf(draft, draftOf(rubric), language);
  const ready = result.status === 'tried' && changes.length > 0;
  const send = (action: typeof tryRubric) =>
    start(async () => setResult(await action(draft, rubric.version)));
  const told = (
    <ResultSummary
      result={result}
      summary={summary}
      title={t(`result.${result.status}`, { version: result.version ?? rubric.version })}
      reread={<a href="?">{t('reread')}</a>}
    />
  );
  return (
    <form
      className="editor criteria"
      aria-labelledby={title}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        send(ready ? publishRubric : tryRubric);
      }}
    >
      <h2 className="editor__title" id={title}>
        <Icon name="note" />
        {t('criteria')}
      </h2>
      <div className="editor__body">
        {result.status !== 'tried' && told}
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
            disabled={criteria.length >= maxCriteria}
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
              onChange={(event) => edit({ samplePercent: event.target.value })}
              aria-describedby="rubric-sample-hint"
              aria-invalid={errorOf('rubric-sample') ? true : undefined}
            />
            {t('percent')}
          </span>
        </div>
        <RubricChanges changes={changes} version={rubric.version} />
        {result.status === 'tried' && told}
        {result.trial && <RubricTrialView trial={result.trial} criteria={criteria} language={language} />}
      </div>
      <EditorFoot
        note={t(ready ? 'note' : changes.length === 0 ? 'unchanged' : 'tryNote')}
        tryIt={t(pending ? 'working' : 'try')}
        publish={ready ? t('publish', { version: rubric.version + 1 }) : null}
        pending={pending}
        onTry={() => send(tryRubric)}
      >
        {changes.length > 0 && (
          <button className="btn btn--second" type="button" onClick={() => edit(draftOf(rubric))}>
            {t('discard')}
          </button>
        )}
      </EditorFoot>
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
