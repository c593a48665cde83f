import { useTranslations } from 'next-intl';
import type { CaseAction } from '../../graphql/generated/graphql.ts';
import { type FragmentType, graphql, readFragment } from '../../graphql/generated/index.ts';
import { Icon, type IconName } from '../../ui/icon.tsx';
import { ImportanceBars } from '../../ui/importance-bars.tsx';
import { typeIcons } from '../../ui/vocabulary.ts';
import { ClockChip, pillarIcons } from '../staff/case-marks.tsx';
import { slaWords } from '../staff/sla-words.ts';
import { CaseTrail } from './case-trail.island.tsx';

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
  const kase = readFragment(CaseHead_Case, ref);
  return (
    <header className="casepage__head">
      <CaseTrail reference={kase.reference} />
      <h1 tabIndex={-1} dir="auto">
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
        {kase.imported && <Tag icon="download">{t('imported')}</Tag>}
        <bdi className="ref" dir="ltr">
          {kase.reference}
        </bdi>
      </div>
      <Toolbar actions={actions} />
    </header>
  );
}

function Tag({ icon, children }: { icon: IconName; children: string }) {
  return (
    <span className="tag">
      <Icon name={icon} />
      {children}
    </span>
  );
}

/** Only what the viewer may do now. Starting needs no words, so its button sends the form below by itself. */
function Toolbar({ actions }: { actions: readonly CaseAction[] }) {
  const t = useTranslations('staff.form');
  const may = (action: CaseAction) => actions.includes(action);
  if (
    !['CLASSIFY', 'START', 'PROPOSE_ANSWER', 'APPROVE_ANSWER'].some((one) => actions.some((a) => a === one))
  ) {
    return null;
  }
  return (
    <div className="toolbar">
      {may('CLASSIFY') && (
        <a className="btn btn--primary btn--sm" href="#classify">
          <Icon name="plus" />
          {t('classify')}
        </a>
      )}
      {may('START') && (
        <button className="btn btn--primary btn--sm" type="submit" form="form-start">
          <Icon name="play" />
          {t('start')}
        </button>
      )}
      {may('PROPOSE_ANSWER') && (
        <a className="btn btn--primary btn--sm" href="#answer">
          <Icon name="reply" />
          {t('answer')}
          <span className="key" aria-hidden="true">
            E
          </span>
        </a>
      )}
      {may('APPROVE_ANSWER') && (
        <a className="btn btn--primary btn--sm" href="#review">
          <Icon name="eye" />
          {t('review')}
        </a>
      )}
    </div>
  );
}
