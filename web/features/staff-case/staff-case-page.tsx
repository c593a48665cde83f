import { useTranslations } from 'next-intl';
import type { StaffCaseQuery } from '../../graphql/generated/graphql.ts';
import { readFragment } from '../../graphql/generated/index.ts';
import type { Locale } from '../../i18n/locale.ts';
import { Icon } from '../../ui/icon.tsx';
import { StaffFiles } from '../attachments/staff-files.tsx';
import { CaseHead } from './case-head.tsx';
import { ClockPanel } from './clock-panel.tsx';
import { readCasePages } from './conversation/case-pages.ts';
import { CaseRounds } from './conversation/case-rounds.tsx';
import { Conversation } from './conversation/conversation.tsx';
import { CaseDesk } from './desk/case-desk.island.tsx';
import { CaseGuard } from './desk/case-guard.island.tsx';
import type { DeskCase } from './desk/forms/desk.ts';
import { type Done, doneOf } from './desk/panel/intents.ts';
import { panelsOf } from './desk/panel/panels.ts';
import { CaseDesk_Case } from './desk/read/desk.query.ts';
import { readDesk } from './desk/read/read-desk.ts';
import { DoneBar } from './done-bar.island.tsx';
import { EntityChoice } from './entity-choice.tsx';
import { CaseIdentity } from './identity/case-identity.tsx';
import { Parties } from './parties.tsx';
import { CaseTeam } from './team/case-team.tsx';
import { Waiting } from './waiting.tsx';

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
  const desk = readFragment(CaseDesk_Case, kase);
  const entity = receiverOf(desk, asked);
  const choices = await readDesk({
    actions: kase.actions,
    entity,
    chosen: !desk.assigned,
    scores: desk.cycleAwaitingScore !== null,
    language,
  });
  const classifies = kase.actions.includes('CLASSIFY');
  const done = doneOf(address);
  const pages = readCasePages(address);
  return (
    <main className="casepage" id="main">
      <CaseGuard
        caseId={kase.id}
        reference={kase.reference}
        version={kase.version}
        lastSeen={desk.timeline.edges.at(-1)?.node.id ?? null}
        head={<CaseHead kase={kase} actions={kase.actions} now={now} />}
      >
        <div className="casepage__main">
          {done && <DoneBar done={done} />}
          <Conversation
            kase={kase}
            now={now}
            elsewhere={textsBelow(desk)}
            pages={pages}
            reviewed={panelsOf(desk.actions).includes('review')}
          />
          <CaseRounds kase={kase} now={now} pages={pages} />
          <Waiting kase={desk} now={now} />
          {classifies && !entity && <EntityChoice action={`${path}#classify`} sectors={choices.sectors} />}
          {classifies && entity && !choices.classify && <ChoicesMissing />}
          <CaseDesk kase={desk} choices={choices} done={done} />
          {kase.actions.length === 0 && desk.cycleAwaitingScore === null && <Nothing />}
          <CaseIdentity kase={kase} now={now} done={done} />
          <CaseTeam kase={kase} now={now} done={done} pages={pages} />
        </div>
        <aside className="casepage__side">
          <ClockPanel kase={kase} now={now} />
          <Parties kase={kase} />
          <StaffFiles reference={kase.reference} />
        </aside>
      </CaseGuard>
    </main>
  );
}

/** The entity whose people may be given the case: for a transfer the one that was asked, or the room's choice. */
function receiverOf(desk: DeskCase, asked: string | null): string | null {
  if (!desk.actions.includes('ACCEPT_TRANSFER')) return desk.assigned?.code ?? asked;
  return (desk.transfer?.decidedByOperationRoom ? asked : null) ?? desk.transfer?.to?.code ?? null;
}

/** Texts that stand in full in a form or among the parts, and are not repeated in the conversation. */
function textsBelow(desk: DeskCase): (string | null)[] {
  const offered = panelsOf(desk.actions);
  const decides = offered.includes('decideInterim') || offered.includes('decideRejection');
  return [
    offered.includes('decideTransfer') ? (desk.transfer?.reason ?? null) : null,
    decides ? (desk.proposal?.text ?? null) : null,
    desk.rejection?.text ?? null,
    ...desk.contributions.flatMap(({ question, answer, withdrawalReason }) => [
      question,
      answer,
      withdrawalReason,
    ]),
  ];
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

/** No such case within what the viewer may see; after a step that took it out of there, that too is said. */
export function CaseMissing({ language, done }: { language: Locale; done: Done | null }) {
  const t = useTranslations('staff.case');
  return (
    <main className="blank" id="main">
      {done && <DoneBar done={done} />}
      <h1 tabIndex={-1}>{done ? t('gone') : t('notFound')}</h1>
      <p>{done ? t('goneText') : t('notFoundText')}</p>
      <a className="btn btn--second" href={`/${language}/staff/inbox`}>
        {t('back')}
      </a>
    </main>
  );
}
