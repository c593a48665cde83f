'use client';

import { useTranslations } from 'next-intl';
import { useEffect, useId, useRef, useState, useTransition } from 'react';
import type { AdministeredCalendarQuery } from '../../../graphql/generated/graphql.ts';
import { formatDate } from '../../../ui/format.ts';
import { Icon } from '../../../ui/icon.tsx';
import { useLanguage } from '../../staff/language.ts';
import { EditorFoot } from '../editor-foot.tsx';
import { ResultSummary } from '../result-summary.tsx';
import { idle, type TrialResult } from '../trial-result.ts';
import { type CalendarTrial, publishCalendar, tryCalendar } from './calendar.action.ts';
import {
  type CalendarDraft,
  draftOf,
  emptyPeriod,
  isOver,
  missingDays,
  type PeriodList,
  toInput,
} from './calendar-draft.ts';
import { CalendarTrialView } from './calendar-trial.tsx';
import { PeriodRow } from './period-row.tsx';

/** The week as it is worked here, from Sunday on. */
const week = [7, 1, 2, 3, 4, 5, 6];

interface CalendarEditorProps {
  calendar: AdministeredCalendarQuery['calendar'];
  today: string;
  mayShorten: boolean;
}

/** The next calendar: drawn up from the one in force, tried out, then published. */
export function CalendarEditor({ calendar, today, mayShorten }: CalendarEditorProps) {
  const t = useTranslations('calendars');
  const language = useLanguage();
  const [draft, setDraft] = useState(() => draftOf(calendar, today));
  const [base, setBase] = useState(calendar.version);
  const [shorten, setShorten] = useState(false);
  const [result, setResult] = useState<TrialResult<CalendarTrial>>(idle);
  const [pending, start] = useTransition();
  const summary = useRef<HTMLDivElement>(null);
  const title = useId();
  useEffect(() => {
    if (result.status !== 'idle') summary.current?.focus();
  }, [result]);

  // What one has published oneself is what one goes on from; what others published is told when one sends.
  if (base !== calendar.version && result.status === 'published') {
    setBase(calendar.version);
    setDraft(draftOf(calendar, today));
    setShorten(false);
  }

  // A change makes what was tried out something else: it has to be tried again.
  const change = (next: Partial<CalendarDraft>) => {
    setDraft((before) => ({ ...before, ...next }));
    setResult((before) => (before.status === 'tried' || before.status === 'published' ? idle : before));
  };
  const errorOf = (id: string) => result.errors.find((error) => error.id === id)?.message;
  const send = (action: typeof tryCalendar) =>
    start(async () => {
      const missing = missingDays(draft);
      if (missing.length > 0) {
        const errors = missing.map((id) => ({ id, message: t('dayMissing') }));
        setResult({ ...idle, status: 'invalid', errors });
        return;
      }
      setResult(await action({ draft, expectedVersion: base, mayShorten: shorten }));
    });

  const changed = JSON.stringify(toInput(draft)) !== JSON.stringify(toInput(draftOf(calendar, today)));
  const ready = result.status === 'tried' && changed;
  const add = (list: PeriodList) => {
    change({ [list]: [...draft[list], emptyPeriod(draft[list], draft)] });
    const id = `${list}-${draft[list].length}-from`;
    requestAnimationFrame(() => document.getElementById(id)?.focus());
  };

  const told = (
    <ResultSummary
      result={result}
      summary={summary}
      title={t(`result.${result.status}`, { version: result.version ?? base })}
      reread={<a href="?">{t('reread')}</a>}
    />
  );
  const periods = (list: PeriodList) => (
    <fieldset className="periods">
      <legend>{t(list)}</legend>
      <ul>
        {draft[list].map((period, place) =>
          isOver(period, today) ? null : (
            <PeriodRow
              key={period.row}
              list={list}
              place={place}
              period={period}
              errorOf={errorOf}
              onChange={(next) => change({ [list]: draft[list].with(place, next) })}
              onRemove={() => change({ [list]: draft[list].toSpliced(place, 1) })}
            />
          ),
        )}
      </ul>
      <button className="btn btn--second btn--sm" type="button" onClick={() => add(list)}>
        <Icon name="plus" />
        {t(`add.${list}`)}
      </button>
    </fieldset>
  );

  return (
    <form
      className="editor calendar-editor"
      aria-labelledby={title}
      noValidate
      data-no-print
      onSubmit={(event) => {
        event.preventDefault();
        send(ready ? publishCalendar : tryCalendar);
      }}
    >
      <h2 className="editor__title" id={title}>
        <Icon name="calendar" />
        {t('edit', { version: base + 1 })}
      </h2>
      <div className="editor__body">
        {result.status !== 'tried' && told}
        {periods('holidays')}
        {periods('specialHours')}
        <fieldset className="periods">
          <legend>{t('usual')}</legend>
          <div className="usual">
            <div className="usual__days">
              {week.map((day) => (
                <label className="tick" key={day}>
                  <input
                    type="checkbox"
                    checked={draft.workingDays.includes(day)}
                    onChange={(event) =>
                      change({
                        workingDays: event.target.checked
                          ? [...draft.workingDays, day]
                          : draft.workingDays.filter((one) => one !== day),
                      })
                    }
                  />
                  {formatDate(
                    language,
                    `2026-01-${String(4 + week.indexOf(day)).padStart(2, '0')}`,
                    'weekday',
                  )}
                </label>
              ))}
            </div>
            {(['hoursOpen', 'hoursClose'] as const).map((name) => (
              <span key={name}>
                <label className="label small" htmlFor={`calendar-${name}`}>
                  {t(name)}
                </label>
                <input
                  className="input period__time"
                  id={`calendar-${name}`}
                  dir="ltr"
                  maxLength={5}
                  value={draft[name]}
                  aria-invalid={errorOf(`calendar-${name}`) ? true : undefined}
                  onChange={(event) => change({ [name]: event.target.value })}
                />
              </span>
            ))}
          </div>
        </fieldset>
        <div className="calendar-editor__from">
          <label className="label small" htmlFor="calendar-effectiveFrom">
            {t('effectiveFrom')}
          </label>
          <p className="hint">{t('effectiveHint')}</p>
          <input
            className="input"
            id="calendar-effectiveFrom"
            type="date"
            dir="ltr"
            min={today}
            value={draft.effectiveFrom}
            aria-invalid={errorOf('calendar-effectiveFrom') ? true : undefined}
            onChange={(event) => change({ effectiveFrom: event.target.value })}
          />
          {mayShorten && (
            <label className="tick">
              <input
                type="checkbox"
                checked={shorten}
                onChange={(event) => {
                  setShorten(event.target.checked);
                  setResult(idle);
                }}
              />
              {t('mayShorten')}
            </label>
          )}
        </div>
        {result.status === 'tried' && told}
        {result.trial && <CalendarTrialView trial={result.trial} />}
      </div>
      <EditorFoot
        note={t(ready ? 'publishNote' : changed ? 'tryNote' : 'unchanged')}
        tryIt={t(pending ? 'working' : 'try')}
        publish={ready ? t('publish', { version: base + 1 }) : null}
        pending={pending}
        onTry={() => send(tryCalendar)}
      />
    </form>
  );
}
