import { useTranslations } from 'next-intl';
import type { Importance } from './vocabulary.ts';

const steps: Importance[] = ['LOW', 'MEDIUM', 'HIGH', 'CRITICAL'];

/** Importance is counted, not coloured: one to four courses, and its name. */
export function ImportanceBars({ importance }: { importance: Importance }) {
  const t = useTranslations('case');
  const height = steps.indexOf(importance);
  const name = t(`importance.${importance}`);
  return (
    <span className={importance === 'CRITICAL' ? 'imp imp--critical' : 'imp'}>
      <span className="imp__bars" aria-hidden="true">
        {steps.map((step, index) => (
          <i key={step} className={steps.length - 1 - index <= height ? 'on' : undefined} />
        ))}
      </span>
      <span className="sr">{t('importanceLabel', { name })}</span>
      <span aria-hidden="true">{name}</span>
    </span>
  );
}
