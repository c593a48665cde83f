import { redirect } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { enterStaffArea } from '../../../features/staff-shell/staff-area.ts';
import { firstPage } from '../../../features/staff-shell/staff-post.ts';

/** Goes where the viewer's work is; says so when there is none. */
export default async function StaffPage({ params }: { params: Promise<{ locale: string }> }) {
  const { language, viewer } = await enterStaffArea(params, '/staff');
  if (viewer.posts.length > 0) redirect(`/${language}/staff${firstPage(viewer.posts)}`);
  const t = await getTranslations('staff.noPost');
  return (
    <main className="blank blank--page" id="main">
      <h1 tabIndex={-1}>{t('title')}</h1>
      <p>{t('text')}</p>
      <a className="btn btn--primary" href={`/${language}`}>
        {t('track')}
      </a>
    </main>
  );
}
