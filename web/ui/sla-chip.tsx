import { useTranslations } from 'next-intl';
import { Icon, type IconName } from './icon.tsx';
import type { SlaStatus } from './vocabulary.ts';

export interface SlaChipFacts {
  status: SlaStatus;
  /** Working days from today to the deadline; negative when it has passed. */
  remainingWorkingDays: number | null;
  dueAt: string | null;
}

const looks: Record<'ontime' | 'soon' | 'overdue' | 'paused', IconName> = {
  ontime: 'on-time',
  soon: 'clock',
  overdue: 'overdue',
  paused: 'paused',
};

/** How a case stands against its deadline: colour, icon and words. `answeredAt` once it is answered. */
export function SlaChip({ sla, answeredAt = null }: { sla: SlaChipFacts; answeredAt?: string | null }) {
  const t = useTranslations('case.sla');
  const days = sla.remainingWorkingDays;
  const chip = (look: keyof typeof looks, words: string) => (
    <span className={`sla sla--${look}`}>
      <Icon name={looks[look]} />
      {words}
    </span>
  );
  switch (sla.status) {
    case 'STOPPED': {
      if (!answeredAt || !sla.dueAt) return null;
      const late = Date.parse(answeredAt) > Date.parse(sla.dueAt);
      return late ? chip('overdue', t('answeredLate')) : chip('ontime', t('answeredOnTime'));
    }
    case 'PAUSED':
      return chip('paused', t('paused'));
    case 'OVERDUE':
      return chip('overdue', t('late', { days: Math.abs(days ?? 0) }));
    case 'DUE_SOON':
      return days === null ? null : chip('soon', t('soon', { days }));
    default:
      // Until it is classified there is no date to be on time for.
      return sla.dueAt ? chip('ontime', t('onTime')) : null;
  }
}
