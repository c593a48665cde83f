'use client';

import { useTranslations } from 'next-intl';
import { type KeyboardEvent, useRef } from 'react';
import { Icon, type IconName } from '../../ui/icon.tsx';
import { useLanguage } from '../staff/language.ts';
import type { CaseType, Outcome } from '../staff/vocabulary.ts';
import { checkAnswer } from './answer-checks.ts';
import {
  FieldMessage,
  FormErrors,
  type FormProps,
  Freshness,
  invalid,
  Panel,
  TicketFields,
} from './form-parts.tsx';
import { outcomesOf } from './outcomes.ts';
import { draftKey, useDraft } from './use-draft.island.ts';

const outcomeIcons: Record<Outcome, IconName> = {
  SOLVED: 'on-time',
  PARTLY_SOLVED: 'clock',
  EXPLAINED: 'inquiry',
  ACCEPTED: 'on-time',
  PARTLY_ACCEPTED: 'clock',
  NOT_ACCEPTED: 'close',
  OUT_OF_REMIT: 'flag',
};

const passing = new Set(['says-what-and-when', 'own-words']);

interface AnswerFormProps extends FormProps {
  type: CaseType;
  /** The answer that came back for changes, to go on from. */
  returned: { text: string; outcome: Outcome } | null;
}

/** The editor of an answer: how the case ends, what the applicant will read, and checks while it is written. */
export function AnswerForm({
  ticket,
  result,
  send,
  pending,
  clear,
  watched,
  type,
  returned,
}: AnswerFormProps) {
  const t = useTranslations('staff.form');
  const checks = useTranslations('staff.checks');
  const words = useTranslations('case.outcome');
  const language = useLanguage();
  const form = useRef<HTMLFormElement>(null);
  const given = result.intent === 'propose' ? (result.values.text ?? '') : (returned?.text ?? '');
  const draft = useDraft(draftKey(ticket.reference, 'answer'), given);
  const outcomes = outcomesOf(type);
  const chosen =
    result.values.outcome || returned?.outcome || (outcomes.length === 1 ? outcomes[0] : undefined);

  function onKeyDown(event: KeyboardEvent) {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey) || !clear || pending) return;
    event.preventDefault();
    form.current?.requestSubmit();
  }

  return (
    <Panel id="answer" title={t('answer')} icon={<Icon name="reply" />}>
      <form ref={form} action={send} onKeyDown={onKeyDown}>
        <TicketFields ticket={ticket} intent="propose" language={language} />
        <div className="editor__body">
          {result.intent === 'propose' && <FormErrors result={result} prefix="answer" />}
          <fieldset id="answer-outcome">
            <legend className="small">{t('outcome')}</legend>
            <div className="pick">
              {outcomes.map((outcome) => (
                <label key={outcome}>
                  <input
                    type="radio"
                    name="outcome"
                    value={outcome}
                    defaultChecked={chosen === outcome}
                    required
                  />
                  <Icon name={outcomeIcons[outcome]} />
                  {words(outcome)}
                </label>
              ))}
            </div>
            <FieldMessage result={result} prefix="answer" field="outcome" />
          </fieldset>
          <label className="label small" htmlFor="answer-text">
            {t('answerText')}
          </label>
          <textarea
            className="textarea"
            id="answer-text"
            name="text"
            dir="auto"
            required
            maxLength={10_000}
            value={draft.text}
            onChange={(event) => draft.write(event.target.value)}
            {...invalid(result, 'answer', 'text')}
          />
          <FieldMessage result={result} prefix="answer" field="text" />
          <ul className="checks" aria-live="off">
            {checkAnswer(draft.text).map((check) => (
              <li key={check} className={passing.has(check) ? 'ok' : 'no'}>
                <Icon name={passing.has(check) ? 'check' : 'overdue'} />
                {checks(check)}
              </li>
            ))}
            {draft.restored && (
              <li>
                <Icon name="note" />
                {t('draftRestored')}
              </li>
            )}
          </ul>
        </div>
        <div className="editor__foot">
          <Freshness clear={clear} watched={watched} />
          <span className="row editor__send">
            <span className="muted">
              {type === 'COMPLIMENT' ? t('creditNow') : t('publishedAfterReview')}
            </span>
            <button className="btn btn--primary" type="submit" disabled={!clear || pending}>
              <Icon name="send" />
              {pending ? t('sending') : t('answerSend')}
              <span className="key" aria-hidden="true">
                <bdi>Ctrl ↵</bdi>
              </span>
            </button>
          </span>
        </div>
      </form>
    </Panel>
  );
}
