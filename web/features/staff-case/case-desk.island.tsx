'use client';

import { useTranslations } from 'next-intl';
import { useActionState, useEffect } from 'react';
import type { CaseAction } from '../../graphql/generated/graphql.ts';
import { Icon } from '../../ui/icon.tsx';
import { useLanguage } from '../staff/language.ts';
import type { CaseType, Outcome } from '../staff/vocabulary.ts';
import { AnswerForm } from './answer-form.island.tsx';
import { actOnCase } from './case.actions.ts';
import { useCaseGuard } from './case-guard.island.tsx';
import { type ClassifyChoices, ClassifyForm } from './classify-form.island.tsx';
import { type DeskResult, type Intent, idle } from './desk-result.ts';
import { type CaseTicket, TicketFields } from './form-parts.tsx';
import { since } from './meanwhile.ts';
import { ReviewForm } from './review-form.island.tsx';
import { draftKey } from './use-draft.island.ts';

const actionOf: Record<Intent, CaseAction> = {
  classify: 'CLASSIFY',
  start: 'START',
  propose: 'PROPOSE_ANSWER',
  approve: 'APPROVE_ANSWER',
  return: 'RETURN_ANSWER',
};

export interface CaseDeskProps {
  ticket: CaseTicket;
  type: CaseType;
  actions: readonly CaseAction[];
  entries: readonly { id: string; action: CaseAction | null }[];
  choices: ClassifyChoices | null;
  changeEntity: string | null;
  proposed: { text: string; outcome: Outcome; own: boolean } | null;
  /** The step that has just succeeded. */
  done: Intent | null;
}

/** The forms that the viewer may send now, and what came of the last one. */
export function CaseDesk(props: CaseDeskProps) {
  const { ticket, type, actions, choices, proposed, done } = props;
  const t = useTranslations('staff');
  const language = useLanguage();
  const [result, send, pending] = useActionState(actOnCase, idle);
  const { clear, watched } = useCaseGuard();
  const may = (intent: Intent) => actions.includes(actionOf[intent]);
  const form = { ticket, result, send, pending, clear, watched };

  useEffect(() => {
    if (done === 'propose') localStorage.removeItem(draftKey(ticket.reference, 'answer'));
    if (done === 'return') localStorage.removeItem(draftKey(ticket.reference, 'reason'));
  }, [done, ticket.reference]);

  return (
    <div className="forms">
      {result.status === 'conflict' && (
        <Conflict {...props} result={result} open={result.intent ? may(result.intent) : false} />
      )}
      {result.status === 'failed' && (
        <p className="notice notice--overdue" role="alert">
          <Icon name="overdue" />
          <span>{t('form.failed')}</span>
        </p>
      )}
      {proposed?.own && (
        <p className="notice">
          <Icon name="person" />
          <span>{t('case.own')}</span>
        </p>
      )}
      {may('start') && (
        <form id="form-start" action={send} className="startline">
          <TicketFields ticket={ticket} intent="start" language={language} />
          <button className="btn btn--primary" type="submit" disabled={!clear || pending}>
            <Icon name="play" />
            {t('form.start')}
          </button>
        </form>
      )}
      {may('classify') && choices && (
        <ClassifyForm
          {...form}
          key={choices.entity?.code}
          choices={choices}
          changeEntity={props.changeEntity}
        />
      )}
      {may('propose') && <AnswerForm {...form} type={type} returned={proposed} />}
      {may('approve') && proposed && <ReviewForm {...form} text={proposed.text} />}
    </div>
  );
}

/** The case moved on before what was typed arrived. Nothing typed is lost, even when the step is gone. */
function Conflict({ entries, result, open }: CaseDeskProps & { result: DeskResult; open: boolean }) {
  const t = useTranslations('staff.form');
  const words = useTranslations('case.action');
  const typed = result.values.text || result.values.reason;
  return (
    <div className="moved" role="alert">
      <Icon name="clock" />
      <div>
        <h2>{t('movedTitle')}</h2>
        <ul>
          {since(entries, result.lastSeen).map((entry) => (
            <li key={entry.id}>
              <b>{entry.action ? words(entry.action) : null}</b>
            </li>
          ))}
        </ul>
        <p>{open ? t('movedConflict') : t('movedGone')}</p>
        {!open && typed && <textarea className="textarea" dir="auto" readOnly value={typed} rows={4} />}
      </div>
    </div>
  );
}
