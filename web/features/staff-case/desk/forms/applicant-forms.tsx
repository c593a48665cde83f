/** What the applicant is told or asked before the answer, and what happens to an answered case. */
import { noonOf } from '@bekhedmetkom/time/amman';
import { useTranslations } from 'next-intl';
import { useLanguage } from '../../../staff/language.ts';
import { serverNow } from '../../../staff/live/server-time.ts';
import { dayWords } from '../../../staff/when.ts';
import type { PanelProps } from './desk.ts';
import { DeskDate, DeskSelect, DeskText } from './desk-fields.tsx';
import { DeskForm } from './desk-form.island.tsx';

/** A question that the case waits for. */
export function AskForm({ desk }: PanelProps) {
  const t = useTranslations('desk');
  return (
    <DeskForm desk={desk} intent="ask" icon="speech" submit={t('send.ask')} note={t('ask.note')}>
      <DeskText name="question" label={t('ask.question')} hint={t('ask.hint')} />
    </DeskForm>
  );
}

/** A promise of a later date, with what has been done until now. */
export function InterimForm({ desk, kase }: PanelProps) {
  const t = useTranslations('desk');
  const language = useLanguage();
  const { latestInterimDueOn: latest, sla } = kase;
  const until = latest ? dayWords(language, noonOf(latest), serverNow()) : null;
  return (
    <DeskForm
      desk={desk}
      intent="proposeInterim"
      icon="calendar"
      submit={t('send.proposeInterim')}
      note={t('interim.note')}
    >
      <DeskText name="text" label={t('interim.text')} hint={t('interim.textHint')} rows={5} />
      <DeskDate
        name="dueOn"
        label={t('interim.dueOn')}
        hint={until ? t('interim.latest', { day: until }) : undefined}
        min={sla?.dueAt?.slice(0, 10)}
        max={latest ?? undefined}
      />
    </DeskForm>
  );
}

const codes = ['SUB_JUDICE', 'ABUSIVE', 'OUT_OF_ANY_REMIT'] as const;

/** What is not taken on at all. "Not us" is a transfer. */
export function RejectForm({ desk }: PanelProps) {
  const t = useTranslations('desk');
  return (
    <DeskForm
      desk={desk}
      intent="proposeRejection"
      icon="flag"
      submit={t('send.proposeRejection')}
      look="second"
      note={t('rejection.note')}
    >
      <p className="notice">
        <span>{t('rejection.notUs')}</span>
      </p>
      <DeskSelect
        name="code"
        label={t('rejection.code')}
        empty={t('choose')}
        options={codes.map((code) => ({ value: code, label: t(`rejection.${code}`) }))}
      />
      <DeskText name="text" label={t('rejection.text')} hint={t('rejection.textHint')} />
    </DeskForm>
  );
}

/** The operation room begins another round. */
export function ReopenForm({ desk }: PanelProps) {
  const t = useTranslations('desk');
  return (
    <DeskForm desk={desk} intent="reopen" icon="reopen" submit={t('send.reopen')} look="second">
      <DeskText name="reason" label={t('reopen.why')} hint={t('reopen.hint')} />
    </DeskForm>
  );
}
