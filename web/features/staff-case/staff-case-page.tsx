import { useTranslations } from 'next-intl';
import type { StaffCaseQuery } from '../../graphql/generated/graphql.ts';
import { readFragment } from '../../graphql/generated/index.ts';
import { query } from '../../graphql/server.ts';
import type { Locale } from '../../i18n/locale.ts';
import { Icon } from '../../ui/icon.tsx';
import { CaseDesk } from './case-desk.island.tsx';
import { CaseGuard } from './case-guard.island.tsx';
import { CaseHead } from './case-head.tsx';
import { readChoices } from './classify-choices.ts';
import { ClockPanel } from './clock-panel.tsx';
import { Conversation } from './conversation.tsx';
import { isIntent } from './desk-result.ts';
import { EntityChoice } from './entity-choice.tsx';
import { Parties } from './parties.tsx';
import { CaseDesk_Case, EntityChoicesQuery } from './staff-case.query.ts';

type StaffCase = NonNullable<StaffCaseQuery['caseByReference']>;

interface StaffCasePageProps {
  kase: StaffCase;
  language: Locale;
  address: Record<string, string | string[] | undefined>;
}

/** One case: what it is, what happened, what the viewer may do, and why it is due when it is. */
export async function StaffCasePage({ kase, language, address }: StaffCasePageProps) {
  const now = Date.now();
  const path = `/${language}/staff/cases/${kase.reference}`;
  const asked = typeof address.entity === 'string' ? address.entity : null;
  const classifies = kase.actions.includes('CLASSIFY');
  const entity = kase.entity?.code ?? asked;
  const choices =
    classifies && entity
      ? await readChoices({ entity, chosen: !kase.entity, category: null, language })
      : null;
  const sectors =
    classifies && !entity ? (await query(EntityChoicesQuery, {}, language)).data?.sectors : null;
  const { proposedAnswer, timeline } = readFragment(CaseDesk_Case, kase);
  const entries = timeline.edges.map((edge) => edge.node);
  const done = isIntent(address.done) ? address.done : null;
  return (
    <main className="casepage" id="main">
      <CaseGuard
        caseId={kase.id}
        version={kase.version}
        head={<CaseHead kase={kase} actions={kase.actions} now={now} />}
      >
        <div className="casepage__main">
          {done && <Done intent={done} />}
          <Conversation kase={kase} now={now} />
          {sectors && <EntityChoice action={`${path}#classify`} sectors={sectors} />}
          {classifies && !choices && !sectors && <ChoicesMissing />}
          <CaseDesk
            ticket={{
              caseId: kase.id,
              reference: kase.reference,
              version: kase.version,
              lastSeen: entries.at(-1)?.id ?? null,
            }}
            type={kase.type}
            actions={kase.actions}
            entries={entries}
            choices={choices}
            changeEntity={kase.entity ? null : `${path}#classify`}
            proposed={proposedAnswer}
            done={done}
          />
          {kase.actions.length === 0 && <Nothing />}
        </div>
        <aside className="casepage__side">
          <ClockPanel kase={kase} now={now} />
          <Parties kase={kase} />
        </aside>
      </CaseGuard>
    </main>
  );
}

function Done({ intent }: { intent: 'classify' | 'start' | 'propose' | 'approve' | 'return' }) {
  const t = useTranslations('staff.case.done');
  return (
    <p className="donebar" role="status">
      <Icon name="on-time" />
      {t(intent)}
    </p>
  );
}

function ChoicesMissing() {
  const t = useTranslations('staff.form');
  return (
    <p className="notice notice--overdue" role="alert">
      <Icon name="overdue" />
      <span>{t('choicesMissing')}</span>
    </p>
  );
}

function Nothing() {
  const t = useTranslations('staff.case');
  return <p className="muted small">{t('noActions')}</p>;
}

/** No such case within what the viewer may see. */
export function CaseMissing({ language }: { language: Locale }) {
  const t = useTranslations('staff.case');
  return (
    <main className="blank" id="main">
      <h1 tabIndex={-1}>{t('notFound')}</h1>
      <p>{t('notFoundText')}</p>
      <a className="btn btn--second" href={`/${language}/staff/inbox`}>
        {t('back')}
      </a>
    </main>
  );
}
