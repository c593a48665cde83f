import { useTranslations } from 'next-intl';
import type { CaseAction, CaseHead_CaseFragment } from '../../graphql/generated/graphql.ts';
import { type FragmentType, graphql, readFragment } from '../../graphql/generated/index.ts';
import { Icon, type IconName } from '../../ui/icon.tsx';
import { ImportanceBars } from '../../ui/importance-bars.tsx';
import { typeIcons } from '../../ui/vocabulary.ts';
import { written } from '../../ui/written.ts';
import { ClockChip, pillarIcons } from '../staff/case-marks.tsx';
import { slaWords } from '../staff/sla-words.ts';
import { CaseToolbar } from './case-toolbar.tsx';
import { CaseTrail } from './case-trail.island.tsx';
import { panelFacts, panelsOf } from './desk/panel/panels.ts';
import { type TeamPart, teamKeys } from './desk/panel/team-keys.ts';

const CaseHead_Case = graphql(`
  fragment CaseHead_Case on Case {
    reference
    subject
    state
    type
    importance
    pillar
    channel
    anonymous
    imported
    followers
    cycleAwaitingScore
    programme
    mayNote
    mayRecordPromises
    mayRequestIdentity
    identityRequests { mayDecide }
    transfer { to { name } }
    escalations { level }
    sla { status acknowledgeBy acknowledgedAt dueAt remainingWorkingMinutes remainingWorkingDays }
  }
`);

interface CaseHeadProps {
  kase: FragmentType<typeof CaseHead_Case>;
  actions: readonly CaseAction[];
  now: number;
}

/** What the case is, how it stands against its deadline, and the ways to its forms. */
export function CaseHead({ kase: ref, actions, now }: CaseHeadProps) {
  const t = useTranslations('staff.case');
  const words = useTranslations('case');
  const d = useTranslations('desk');
  const kase = readFragment(CaseHead_Case, ref);
  const offered = panelsOf(actions, kase.cycleAwaitingScore);
  const letters = [
    ...offered.map((panel) => ({ words: d(`panel.${panel}`), caps: [panelFacts[panel].key.slice(3)] })),
    ...teamPartsOf(kase).map((part) => ({ words: d(`key.${part}`), caps: [teamKeys[part].slice(3)] })),
  ];
  const level = kase.escalations.at(-1)?.level;
  return (
    <header className="casepage__head">
      <CaseTrail reference={kase.reference} letters={letters} />
      <h1 tabIndex={-1} {...written(kase.subject)}>
        {kase.subject}
      </h1>
      <div className="row">
        <span className="state">
          <span className="sr">{t('state')}: </span>
          {words(`state.${kase.state}`)}
        </span>
        {kase.sla && <ClockChip words={slaWords(kase.sla, now)} />}
        {kase.importance && <ImportanceBars importance={kase.importance} />}
        {kase.pillar && <Tag icon={pillarIcons[kase.pillar]}>{words(`pillar.${kase.pillar}`)}</Tag>}
        <Tag icon={typeIcons[kase.type]}>{words(`type.${kase.type}`)}</Tag>
        <Tag icon="globe">{words(`channel.${kase.channel}`)}</Tag>
        {kase.anonymous && <Tag icon="lock">{t('anonymous')}</Tag>}
        {kase.programme !== 'GOVERNMENT_SERVICES' && (
          <Tag icon="flag">{words(`programme.${kase.programme}`)}</Tag>
        )}
        {kase.transfer && (
          <Tag icon="transfer">{d('transfer.chip', { to: kase.transfer.to?.name ?? '…' })}</Tag>
        )}
        {kase.followers > 0 && <Tag icon="merge">{d('followers', { count: kase.followers })}</Tag>}
        {level === 'L0' && <Tag icon="bell">{d('story.reminded')}</Tag>}
        {level && level !== 'L0' && (
          <Tag icon="up">{d('ladder.chip', { level: d(`ladder.level.${level}`) })}</Tag>
        )}
        {kase.imported && <Tag icon="download">{t('imported')}</Tag>}
        <bdi className="ref" dir="ltr">
          {kase.reference}
        </bdi>
      </div>
      <CaseToolbar offered={offered} />
    </header>
  );
}

/** What the viewer may do here that is no step of the case. */
function teamPartsOf({
  mayNote,
  mayRecordPromises,
  mayRequestIdentity,
  identityRequests,
}: CaseHead_CaseFragment): TeamPart[] {
  return [
    ...(mayNote ? (['addNote'] as const) : []),
    ...(mayRecordPromises ? (['addFollowUp', 'settleFollowUp'] as const) : []),
    ...(identityRequests?.some(({ mayDecide }) => mayDecide) ? (['decideIdentity'] as const) : []),
    ...(mayRequestIdentity ? (['requestIdentity'] as const) : []),
  ];
}

function Tag({ icon, children }: { icon: IconName; children: string }) {
  return (
    <span className="tag">
      <Icon name={icon} />
      {children}
    </span>
  );
}
