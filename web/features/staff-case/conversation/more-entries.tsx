import { useTranslations } from 'next-intl';
import { type CaseList, type CasePages, writeCasePages } from './case-pages.ts';

interface MoreEntriesProps {
  pages: CasePages;
  list: CaseList;
  /** The id of the part of the page in which the list stands. */
  part: string;
  /** Where the earlier entries go on; null when these are the first. */
  earlier: string | null;
}

/** The ways to the earlier entries of a list that is longer than the page shows, and back to its newest. */
export function MoreEntries({ pages, list, part, earlier }: MoreEntriesProps) {
  const t = useTranslations('desk.more');
  const isBack = pages[list] !== null;
  if (earlier === null && !isBack) return null;
  return (
    <nav className="pages" aria-label={t(list)}>
      {earlier !== null && (
        <a className="btn btn--second btn--sm" href={writeCasePages(pages, list, earlier, part)}>
          {t(list)}
        </a>
      )}
      {isBack && <a href={writeCasePages(pages, list, null, part)}>{t('newest')}</a>}
    </nav>
  );
}
