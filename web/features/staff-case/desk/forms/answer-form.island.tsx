'use client';

import { useTranslations } from 'next-intl';
import { useRef, useState, useTransition } from 'react';
import { Icon, type IconName } from '../../../../ui/icon.tsx';
import { useLanguage } from '../../../staff/language.ts';
import type { Outcome } from '../../../staff/vocabulary.ts';
import { checkAnswer } from '../draft/answer-checks.ts';
import { fillCanned } from '../read/fill-canned.actions.ts';
import { outcomesOf } from '../read/outcomes.ts';
import type { CannedChoice } from '../read/read-desk.ts';
import type { DeskCase, PanelProps } from './desk.ts';
import { DeskChoice, FieldMessage, useField } from './desk-fields.tsx';
import { DeskForm } from './desk-form.island.tsx';

const outcomeIcons: Record<Outcome, IconName> = {
  SOLVED: 'on-time',
  PARTLY_SOLVED: 'clock',
  EXPLAINED: 'inquiry',
  ACCEPTED: 'on-time',
  PARTLY_ACCEPTED: 'clock',
  NOT_ACCEPTED: 'close',
  OUT_OF_REMIT: 'flag',
};

const passing = new Set(['says-what-and-when']);

/** The editor of an answer: how the case ends, what the applicant will read, and checks while it is written. */
export function AnswerForm({ desk, kase, choices }: PanelProps) {
  const t = useTranslations('staff.form');
  const d = useTranslations('desk');
  const words = useTranslations('case.outcome');
  const outcomes = outcomesOf(kase.type);
  const returned = kase.proposedAnswer;
  const only = outcomes.length === 1 ? outcomes[0] : undefined;
  const compliment = kase.type === 'COMPLIMENT';
  return (
    <DeskForm
      desk={desk}
      intent="propose"
      icon="send"
      submit={compliment ? d('send.thank') : t('answerSend')}
      note={compliment ? t('creditNow') : t('publishedAfterReview')}
      otherwise={{ text: returned?.text ?? '', outcome: returned?.outcome ?? only ?? '' }}
    >
      <DeskChoice
        name="outcome"
        label={t('outcome')}
        options={outcomes.map((outcome) => ({
          value: outcome,
          label: words(outcome),
          picture: <Icon name={outcomeIcons[outcome]} />,
        }))}
      />
      <AnswerText
        kase={kase}
        canned={choices.canned.filter(({ type }) => type === null || type === kase.type)}
      />
    </DeskForm>
  );
}

function AnswerText({ kase, canned }: { kase: DeskCase; canned: readonly CannedChoice[] }) {
  const t = useTranslations('staff.form');
  const checks = useTranslations('staff.checks');
  const field = useField('text');
  const [text, setText] = useState(field.value);
  const area = useRef<HTMLTextAreaElement>(null);

  function insert(words: string) {
    const joined = text.trim() === '' ? words : `${text.trimEnd()}\n\n${words}`;
    setText(joined);
    area.current?.focus();
  }

  return (
    <div className="deskfield">
      <label className="label small" htmlFor={field.id}>
        {t('answerText')}
      </label>
      {canned.length > 0 && <CannedPicker caseId={kase.id} canned={canned} insert={insert} />}
      <textarea
        ref={area}
        className="textarea"
        dir="auto"
        required
        maxLength={20_000}
        rows={8}
        value={text}
        onChange={(event) => setText(event.target.value)}
        {...field.attributes}
      />
      <FieldMessage id={field.id} error={field.error} />
      <ul className="checks" aria-live="off">
        {checkAnswer(text).map((check) => (
          <li key={check} className={passing.has(check) ? 'ok' : 'no'}>
            <Icon name={passing.has(check) ? 'check' : 'overdue'} />
            {checks(check)}
          </li>
        ))}
      </ul>
    </div>
  );
}

interface CannedPickerProps {
  caseId: string;
  canned: readonly CannedChoice[];
  insert(text: string): void;
}

/** A canned answer, filled with this case; what could not be filled is named. */
function CannedPicker({ caseId, canned, insert }: CannedPickerProps) {
  const t = useTranslations('desk.canned');
  const language = useLanguage();
  const [missing, setMissing] = useState<readonly string[]>([]);
  const [failed, setFailed] = useState(false);
  const [filling, startFilling] = useTransition();
  return (
    <div className="canned">
      <select
        className="select"
        aria-label={t('label')}
        value=""
        disabled={filling}
        onChange={(event) => {
          const id = event.target.value;
          startFilling(async () => {
            const filled = await fillCanned(id, caseId, language);
            setFailed(filled === null);
            setMissing(filled?.missing ?? []);
            if (filled) insert(filled.text);
          });
        }}
      >
        <option value="">{filling ? t('filling') : t('choose')}</option>
        {canned.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </select>
      <p className="small" role="status">
        {failed && t('failed')}
        {missing.length > 0 && t('missing', { names: missing.join(language === 'ar' ? '، ' : ', ') })}
      </p>
    </div>
  );
}
