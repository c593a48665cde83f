'use client';

import { useTranslations } from 'next-intl';
import { Icon } from '../../../ui/icon.tsx';
import { useDeskResult } from '../desk/actions/use-desk-result.island.ts';
import { DeskText } from '../desk/forms/desk-fields.tsx';
import { type CaseVersionRef, DeskForm } from '../desk/forms/desk-form.island.tsx';
import type { Done } from '../desk/panel/intents.ts';
import { KeySummary } from '../desk/panel/key-summary.tsx';

interface IdentityFormsProps {
  versionRef: CaseVersionRef;
  mayRequest: boolean;
  /** The request that waits for the viewer's decision; `second`: a custodian has decided in favour of it. */
  waiting: { id: string; version: number; second: boolean } | null;
  done: Done | null;
}

/** Ask to be shown the reporter, or decide about somebody else's request. Neither changes the case. */
export function IdentityForms({ versionRef, mayRequest, waiting, done }: IdentityFormsProps) {
  const t = useTranslations('desk.identity');
  const d = useTranslations('desk');
  const [result, send, pending] = useDeskResult(done);
  const desk = { versionRef: versionRef, result, send, pending, clear: true, watched: false };
  const seen = waiting && (
    <>
      <input type="hidden" name="request" value={waiting.id} />
      <input type="hidden" name="requestVersion" value={waiting.version} />
    </>
  );
  return (
    <div className="team__forms">
      {result.status === 'conflict' && (
        <p className="notice notice--overdue" role="alert">
          <Icon name="overdue" />
          <span>{t('conflict')}</span>
        </p>
      )}
      {(result.status === 'failed' || result.status === 'unknown') && (
        <p className="notice notice--overdue" role="alert">
          <Icon name="overdue" />
          <span>{t('unknown')}</span>
        </p>
      )}
      {waiting && (
        <details className="fold" open id="decideIdentity">
          <KeySummary part="decideIdentity">{t(waiting.second ? 'approveTitle' : 'decideTitle')}</KeySummary>
          <DeskForm
            desk={desk}
            intent="approveIdentity"
            icon="check"
            submit={t(waiting.second ? 'approve' : 'decide')}
            note={t(waiting.second ? 'approveNote' : 'decideNote')}
            inner
          >
            {seen}
            <DeskText name="reason" label={t('remark')} optional={d('optional')} rows={2} />
          </DeskForm>
          <DeskForm
            desk={desk}
            intent="declineIdentity"
            icon="close"
            submit={t('decline')}
            look="second"
            inner
          >
            {seen}
            <DeskText name="reason" label={t('whyNot')} hint={t('whyNotHint')} rows={2} />
          </DeskForm>
        </details>
      )}
      {mayRequest && (
        <details className="fold" id="requestIdentity" open={result.intent === 'requestIdentity'}>
          <KeySummary part="requestIdentity">{t('ask')}</KeySummary>
          <DeskForm desk={desk} intent="requestIdentity" icon="lock" submit={t('send')} look="second" inner>
            <DeskText name="reason" label={t('why')} hint={t('whyHint')} />
          </DeskForm>
        </details>
      )}
    </div>
  );
}
