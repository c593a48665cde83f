import { useTranslations } from 'next-intl';
import type { CaseAction, TimelineActor } from '../../../graphql/generated/graphql.ts';
import { useLanguage } from '../../staff/language.ts';
import { clockTime } from '../../staff/when.ts';

export interface Happening {
  id: string;
  at: string;
  /** Null: taken over by import. */
  action: CaseAction | null;
  by: TimelineActor;
  post: { name: string; holder: { name: string } | null } | null;
}

/** What happened to a case while somebody had it open: what, by whom in which post, and when. */
export function HappenedList({ happened }: { happened: readonly Happening[] }) {
  const t = useTranslations('staff.case');
  const words = useTranslations('case.action');
  const language = useLanguage();
  return (
    <ul>
      {happened.map(({ id, at, action, by, post }) => (
        <li key={id}>
          <b>{action ? words(action) : t('imported')}</b>{' '}
          <bdi>
            {post
              ? [post.holder?.name, post.name].filter(Boolean).join(' – ')
              : t(by === 'APPLICANT' ? 'applicantSaid' : by === 'STAFF' ? 'staffOf' : 'system')}
          </bdi>{' '}
          <time dateTime={at}>{clockTime(language, at)}</time>
        </li>
      ))}
    </ul>
  );
}
