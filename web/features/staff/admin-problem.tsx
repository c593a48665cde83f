import { useTranslations } from 'next-intl';
import { Icon } from '../../ui/icon.tsx';

const known = ['SERVICE_UNAVAILABLE', 'FORBIDDEN'] as const;

/** A page that cannot be shown: what happened, and where to go on. */
export function AdminProblem({ code, again }: { code: string; again: string }) {
  const t = useTranslations('staff.problem');
  const reason = code === 'NOT_FOUND' ? 'FORBIDDEN' : (known.find((one) => one === code) ?? 'other');
  return (
    <main className="admin" id="main">
      <div className="blank" role="alert">
        <span className="blank__icon">
          <Icon name="overdue" />
        </span>
        <h1 tabIndex={-1}>{t('page')}</h1>
        <p>{t(reason)}</p>
        <a className="btn btn--primary" href={again}>
          {t('again')}
        </a>
      </div>
    </main>
  );
}
