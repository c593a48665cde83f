'use client';

import { useTranslations } from 'next-intl';
import { Icon } from '../../ui/icon.tsx';
import { useLanguage } from '../staff/language.ts';
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
import { draftKey, useDraft } from './use-draft.island.ts';

const passing = new Set(['says-what-and-when', 'own-words']);

/** Approve an answer, or return it with what has to change. */
export function ReviewForm({
  ticket,
  result,
  send,
  pending,
  clear,
  watched,
  text,
}: FormProps & { text: string }) {
  const t = useTranslations('staff.form');
  const checks = useTranslations('staff.checks');
  const language = useLanguage();
  const given = result.intent === 'return' ? (result.values.reason ?? '') : '';
  const draft = useDraft(draftKey(ticket.reference, 'reason'), given);
  return (
    <Panel id="review" title={t('review')} icon={<Icon name="eye" />}>
      <div className="editor__body">
        {(result.intent === 'return' || result.intent === 'approve') && (
          <FormErrors result={result} prefix="review" />
        )}
        <p>{t('reviewIntro')}</p>
        <ul className="checks">
          {checkAnswer(text).map((check) => (
            <li key={check} className={passing.has(check) ? 'ok' : 'no'}>
              <Icon name={passing.has(check) ? 'check' : 'overdue'} />
              {checks(check)}
            </li>
          ))}
        </ul>
        <form action={send} className="review__approve">
          <TicketFields ticket={ticket} intent="approve" language={language} />
          <button className="btn btn--primary" type="submit" disabled={!clear || pending}>
            <Icon name="on-time" />
            {t('approve')}
          </button>
          <Freshness clear={clear} watched={watched} />
        </form>
      </div>
      <form action={send} className="review__return">
        <TicketFields ticket={ticket} intent="return" language={language} />
        <label className="label small" htmlFor="review-reason">
          {t('reason')}
        </label>
        <p className="hint" id="review-reason-hint">
          {t('reasonHint')}
        </p>
        <textarea
          className="textarea"
          id="review-reason"
          name="reason"
          dir="auto"
          required
          maxLength={2_000}
          rows={3}
          value={draft.text}
          onChange={(event) => draft.write(event.target.value)}
          aria-describedby="review-reason-hint"
          {...invalid(result, 'review', 'reason')}
        />
        <FieldMessage result={result} prefix="review" field="reason" />
        <button className="btn btn--second" type="submit" disabled={!clear || pending}>
          <Icon name="reply" />
          {t('return')}
        </button>
      </form>
    </Panel>
  );
}
