import { useTranslations } from 'next-intl';
import { Icon } from '../../ui/icon.tsx';
import { filterCount, type InboxAddress, noFilters, writeAddress } from './address/inbox-address.ts';

interface EmptyInboxProps {
  address: InboxAddress;
  action: string;
  /** Closed cases that the search finds. */
  closed: number;
}

/** Nothing in the list: because all is done, or because the filter is too narrow. */
export function EmptyInbox({ address, action, closed }: EmptyInboxProps) {
  const t = useTranslations('inbox');
  const filtered = filterCount(address) > 0 || address.saved !== null;
  return (
    <div className="blank">
      <span className="blank__wall" aria-hidden="true">
        <i />
        <i />
        <i />
        <i />
        <i />
      </span>
      <h2>{filtered ? t('empty.filtered') : t(`empty.${address.view}`)}</h2>
      <p>{filtered ? t('empty.filteredHelp') : t('empty.live')}</p>
      {closed > 0 && (
        <a className="btn btn--primary btn--sm" href={`${action}${writeAddress(address, { all: true })}`}>
          {t('filter.closedToo', { count: closed })}
        </a>
      )}
      {filterCount(address) > 0 && (
        <a className="btn btn--second btn--sm" href={`${action}${writeAddress(address, noFilters)}`}>
          {t('filter.clear')}
        </a>
      )}
    </div>
  );
}

const known = ['SERVICE_UNAVAILABLE', 'FORBIDDEN'] as const;

/** The list could not be read: what happened, and how to try again. */
export function InboxProblem({ code, again }: { code: string; again: string }) {
  const t = useTranslations('staff.problem');
  const key = known.find((one) => one === code) ?? 'other';
  return (
    <main className="inbox inbox--problem" id="main">
      <div className="blank" role="alert">
        <span className="blank__icon">
          <Icon name="overdue" />
        </span>
        <h1 tabIndex={-1}>{t('title')}</h1>
        <p>{t(key)}</p>
        <a className="btn btn--primary" href={again}>
          {t('again')}
        </a>
      </div>
    </main>
  );
}
