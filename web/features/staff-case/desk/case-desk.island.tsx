'use client';

import { useTranslations } from 'next-intl';
import { type ComponentType, useEffect } from 'react';
import { Icon } from '../../../ui/icon.tsx';
import { useLanguage } from '../../staff/language.ts';
import { useDeskResult } from './actions/use-desk-result.island.ts';
import { useCaseGuard } from './case-guard.island.tsx';
import { Conflict } from './conflict.tsx';
import { dropDraft } from './draft/draft-store.ts';
import { tabStorage } from './draft/use-form-draft.island.ts';
import { AnswerForm } from './forms/answer-form.island.tsx';
import { AskForm, InterimForm, RejectForm, ReopenForm } from './forms/applicant-forms.tsx';
import { ClassifyForm } from './forms/classify-form.island.tsx';
import { DecideAppeal, DecideInterim, DecideRejection, DecideTransfer } from './forms/decision-forms.tsx';
import type { DeskCase, PanelProps } from './forms/desk.ts';
import { TicketFields } from './forms/desk-form.island.tsx';
import {
  AnswerPartForm,
  AssignForm,
  MergeForm,
  RequestPartForm,
  TransferForm,
  WithdrawPartForm,
} from './forms/hand-over-forms.tsx';
import { ReviewForm, ScoreForm } from './forms/review-form.island.tsx';
import type { Done } from './panel/intents.ts';
import { openedPanel, type Panel, panelFacts, panelOfIntent, panelsOf } from './panel/panels.ts';
import { usePanelKeys } from './panel/use-panel-keys.island.ts';
import type { DeskChoices } from './read/read-desk.ts';
import { UnsavedDraft } from './unsaved-draft.island.tsx';

const forms: Record<Panel, ComponentType<PanelProps> | null> = {
  decideTransfer: DecideTransfer,
  decideInterim: DecideInterim,
  decideRejection: DecideRejection,
  decideAppeal: DecideAppeal,
  review: ReviewForm,
  answerContribution: AnswerPartForm,
  classify: ClassifyForm,
  start: null,
  answer: AnswerForm,
  score: ScoreForm,
  ask: AskForm,
  interim: InterimForm,
  requestContribution: RequestPartForm,
  withdrawContribution: WithdrawPartForm,
  transfer: TransferForm,
  assign: AssignForm,
  merge: MergeForm,
  reject: RejectForm,
  reopen: ReopenForm,
};

interface CaseDeskProps {
  kase: DeskCase;
  choices: DeskChoices;
  /** The step that has just succeeded. */
  done: Done | null;
}

/** The forms that the viewer may send now, and what came of the last one. */
export function CaseDesk({ kase, choices, done }: CaseDeskProps) {
  const t = useTranslations('staff');
  const d = useTranslations('desk');
  const language = useLanguage();
  const [result, send, pending] = useDeskResult(done);
  const { clear, watched } = useCaseGuard();
  const lastSeen = kase.timeline.edges.at(-1)?.node.id ?? null;
  const versionRef = { caseId: kase.id, reference: kase.reference, version: kase.version, lastSeen };
  const desk = { versionRef: versionRef, result, send, pending, clear, watched };
  const offered = panelsOf(kase.actions, kase.cycleAwaitingScore).filter(
    (panel) => panel !== 'classify' || choices.classify,
  );
  const open = openedPanel(offered, result.intent && panelOfIntent(result.intent));

  useEffect(() => {
    const storage = tabStorage();
    if (done && storage) dropDraft(storage, kase.reference, done.intent);
  }, [done, kase.reference]);
  usePanelKeys(offered);

  return (
    <div className="forms" id="steps">
      {result.status === 'conflict' && <Conflict kase={kase} result={result} offered={offered} />}
      <UnsavedDraft
        reference={kase.reference}
        version={kase.version}
        offered={offered}
        said={textsOf(kase)}
        except={[result.intent, done?.intent]}
      />
      {(result.status === 'failed' || result.status === 'unknown') && (
        <p className="notice notice--overdue" role="alert">
          <Icon name="overdue" />
          <span>{t(`form.${result.status}`)}</span>
        </p>
      )}
      {kase.proposedAnswer?.byViewer && (
        <p className="notice">
          <Icon name="person" />
          <span>{t('case.own')}</span>
        </p>
      )}
      {offered.map((panel) => {
        const Form = forms[panel];
        if (!Form) {
          return (
            <form id="form-start" action={send} className="startline" key={panel}>
              <TicketFields versionRef={versionRef} intent="start" language={language} />
              <button className="btn btn--primary" type="submit" disabled={!clear || pending}>
                <Icon name="play" />
                {t('form.start')}
                <span className="key" aria-hidden="true">
                  {panelFacts.start.key.slice(3)}
                </span>
              </button>
            </form>
          );
        }
        const { icon, key } = panelFacts[panel];
        return (
          <details className="editor deskpanel" id={panel} key={panel} open={panel === open} name="desk">
            <summary className="editor__title">
              <Icon name={icon} />
              {d(`panel.${panel}`)}
              <span className="key" aria-hidden="true">
                {key.slice(3)}
              </span>
            </summary>
            <Form desk={desk} kase={kase} choices={choices} />
          </details>
        );
      })}
    </div>
  );
}

/** What people wrote that stands in the case. */
function textsOf({ timeline, proposedAnswer }: DeskCase): string[] {
  return [...timeline.edges.map(({ node }) => node.text), proposedAnswer?.text ?? null].filter(
    (text) => text !== null,
  );
}
