'use client';

import { addDays } from '@bekhedmetkom/time/amman';
import { useTranslations } from 'next-intl';
import { useEffect, useId, useRef, useState, useTransition } from 'react';
import type { AdministeredPolicyQuery } from '../../../graphql/generated/graphql.ts';
import { Icon } from '../../../ui/icon.tsx';
import type { Programme } from '../../../ui/vocabulary.ts';
import { EditorFoot } from '../editor-foot.tsx';
import { ResultSummary } from '../result-summary.tsx';
import { idle, type TrialResult } from '../trial-result.ts';
import { type PolicyTrial, publishPolicy, tryPolicy } from './policy.action.ts';
import { changedCells, draftOf, type PolicyDraft } from './policy-draft.ts';
import { AcknowledgeTimes, PolicyMatrix } from './policy-matrix.tsx';
import { PolicyTrialView } from './policy-trial.tsx';

const windows = [30, 90, 365];

interface PolicyEditorProps {
  programme: Programme;
  policy: AdministeredPolicyQuery['slaPolicies'][number] | null;
  today: string;
  /** Working minutes of a usual day. */
  dayMinutes: number;
  /** Administrators publish; the operation room tries out. */
  publishes: boolean;
}

/** The next policy of a programme: drawn up from the newest, tried over past cases, then published. */
export function PolicyEditor({ programme, policy, today, dayMinutes, publishes }: PolicyEditorProps) {
  const t = useTranslations('policies');
  const [draft, setDraft] = useState(() => draftOf(policy, today, dayMinutes));
  const newest = policy?.version ?? 0;
  const [version, setBase] = useState(newest);
  const [days, setDays] = useState(90);
  const [result, setResult] = useState<TrialResult<PolicyTrial>>(idle);
  const [pending, start] = useTransition();
  const summary = useRef<HTMLDivElement>(null);
  const title = useId();
  useEffect(() => {
    if (result.status !== 'idle') summary.current?.focus();
  }, [result]);

  // What one has published oneself is what one goes on from; what others published is told when one sends.
  if (version !== newest && result.status === 'published') {
    setBase(newest);
    setDraft(draftOf(policy, today, dayMinutes));
  }

  const change = (next: Partial<PolicyDraft>) => {
    setDraft((before) => ({ ...before, ...next }));
    setResult((before) => (before.status === 'tried' || before.status === 'published' ? idle : before));
  };
  const errorOf = (id: string) => result.errors.find((error) => error.id === id)?.message;
  const send = (action: typeof tryPolicy) =>
    start(async () =>
      setResult(await action({ draft, programme, expectedVersion: version, days, publishes })),
    );
  const changed = changedCells(draft, draftOf(policy, today, dayMinutes));
  const ready = publishes && result.status === 'tried' && changed.size > 0;
  const note = ready ? 'publishNote' : changed.size === 0 ? 'unchanged' : 'tryNote';

  const told = (
    <ResultSummary
      result={result}
      summary={summary}
      title={t(`result.${result.status}`, { version: result.version ?? version })}
      reread={<a href={`?programme=${programme}`}>{t('reread')}</a>}
    />
  );
  return (
    <form
      className="editor"
      aria-labelledby={title}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        send(ready ? publishPolicy : tryPolicy);
      }}
    >
      <h2 className="editor__title" id={title}>
        <Icon name="clock" />
        {publishes ? t('edit', { version: version + 1 }) : t('matrix')}
      </h2>
      <div className="editor__body">
        {result.status !== 'tried' && told}
        <AcknowledgeTimes draft={draft} changed={changed} errorOf={errorOf} onChange={change} />
        <PolicyMatrix draft={draft} changed={changed} errorOf={errorOf} onChange={change} />
        <div className="policy__when">
          <span>
            <label className="label small" htmlFor="policy-effectiveFrom">
              {t('effectiveFrom')}
            </label>
            <input
              className="input"
              id="policy-effectiveFrom"
              type="date"
              dir="ltr"
              min={addDays(today, 1)}
              required
              value={draft.effectiveFrom}
              aria-describedby="policy-effective-hint"
              aria-invalid={errorOf('policy-effectiveFrom') ? true : undefined}
              onChange={(event) => change({ effectiveFrom: event.target.value || addDays(today, 1) })}
            />
            <small className="muted" id="policy-effective-hint">
              {t('effectiveHint')}
            </small>
          </span>
          <span>
            <label className="label small" htmlFor="policy-window">
              {t('window')}
            </label>
            <select
              className="select"
              id="policy-window"
              value={days}
              onChange={(event) => setDays(Number(event.target.value))}
            >
              {windows.map((each) => (
                <option key={each} value={each}>
                  {t('windowDays', { days: each })}
                </option>
              ))}
            </select>
          </span>
        </div>
        {result.status === 'tried' && told}
        {result.trial && <PolicyTrialView trial={result.trial} />}
      </div>
      <EditorFoot
        note={t(publishes ? note : 'readOnly')}
        tryIt={t(pending ? 'working' : 'try')}
        publish={ready ? t('publish', { version: version + 1 }) : null}
        pending={pending}
        onTry={() => send(tryPolicy)}
      />
    </form>
  );
}
