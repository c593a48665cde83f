'use client';

import { useTranslations } from 'next-intl';
import { useDeskResult } from '../desk/actions/use-desk-result.island.ts';
import { DeskChoice, DeskDate, DeskLine, DeskSelect, DeskText } from '../desk/forms/desk-fields.tsx';
import { type CaseVersionRef, DeskForm } from '../desk/forms/desk-form.island.tsx';
import type { Done } from '../desk/panel/intents.ts';
import { KeySummary } from '../desk/panel/key-summary.tsx';

interface TeamFormsProps {
  versionRef: CaseVersionRef;
  posts: readonly { id: string; label: string; focal: boolean }[];
  /** Promises that nobody has settled yet. */
  open: readonly { id: string; label: string }[];
  mayNote: boolean;
  mayPromise: boolean;
  done: Done | null;
}

/** A note, a promise, and what became of a promise. They never touch the clock, nor the version of the case. */
export function TeamForms({ versionRef, posts, open, mayNote, mayPromise, done }: TeamFormsProps) {
  const t = useTranslations('desk.team');
  const d = useTranslations('desk');
  const [result, send, pending] = useDeskResult(done);
  const desk = { versionRef: versionRef, result, send, pending, clear: true, watched: false };
  const options = posts.map(({ id, label }) => ({ value: id, label }));
  return (
    <div className="team__forms">
      {mayNote && (
        <details className="fold" id="addNote" open={result.intent === 'addNote'}>
          <KeySummary part="addNote">{t('addNote')}</KeySummary>
          <DeskForm desk={desk} intent="addNote" icon="lock" submit={d('send.addNote')} look="second" inner>
            <DeskText name="text" label={t('noteText')} hint={t('noteHint')} />
            <DeskSelect
              name="mentions"
              label={t('mention')}
              empty={t('nobody')}
              options={options}
              optional={d('optional')}
            />
          </DeskForm>
        </details>
      )}
      {mayPromise && (
        <details className="fold" id="addFollowUp" open={result.intent === 'addFollowUp'}>
          <KeySummary part="addFollowUp">{t('addFollowUp')}</KeySummary>
          <DeskForm
            desk={desk}
            intent="addFollowUp"
            icon="calendar"
            submit={d('send.addFollowUp')}
            look="second"
            inner
          >
            <DeskSelect
              name="postId"
              label={t('promiser')}
              empty={d('choose')}
              options={posts.filter(({ focal }) => focal).map(({ id, label }) => ({ value: id, label }))}
            />
            <DeskText name="text" label={t('promiseText')} rows={2} />
            <DeskDate name="promisedOn" label={t('promisedOn')} hint={t('promisedOnHint')} />
          </DeskForm>
        </details>
      )}
      {mayPromise && open.length > 0 && (
        <details className="fold" id="settleFollowUp" open={result.intent === 'settleFollowUp'}>
          <KeySummary part="settleFollowUp">{t('settle')}</KeySummary>
          <DeskForm
            desk={desk}
            intent="settleFollowUp"
            icon="check"
            submit={d('send.settleFollowUp')}
            look="second"
            otherwise={{ followUp: open[0]?.id ?? '' }}
            inner
          >
            <DeskSelect
              name="followUp"
              label={t('which')}
              options={open.map(({ id, label }) => ({ value: id, label }))}
            />
            <DeskChoice
              name="kept"
              label={t('wasKept')}
              options={[
                { value: 'true', label: t('kept') },
                { value: 'false', label: t('notKept') },
              ]}
            />
            <DeskLine name="comment" label={t('comment')} optional={d('optional')} />
          </DeskForm>
        </details>
      )}
    </div>
  );
}
