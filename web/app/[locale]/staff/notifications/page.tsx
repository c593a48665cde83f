import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { InboxProblem } from '../../../../features/inbox/inbox-states.tsx';
import { StaffNotificationsQuery } from '../../../../features/notifications/staff-notifications.query.ts';
import { StaffNotificationsPage } from '../../../../features/notifications/staff-notifications-page.tsx';
import { enterStaffArea } from '../../../../features/staff-shell/staff-area.ts';
import { query } from '../../../../graphql/server.ts';

interface RouteProps {
  params: Promise<{ locale: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export async function generateMetadata({ params }: RouteProps): Promise<Metadata> {
  const { locale } = await params;
  const t = await getTranslations({ locale });
  return { title: t('staff.titleSuffix', { title: t('notifications.title') }) };
}

/** What a member of staff was told, within the workspace. */
export default async function StaffNotificationsRoute({ params, searchParams }: RouteProps) {
  const { language } = await enterStaffArea(params, '/staff/notifications');
  const { after, saved } = await searchParams;
  const from = typeof after === 'string' ? after : null;
  const { data, problem } = await query(StaffNotificationsQuery, { after: from }, language);
  if (!data?.notifications) {
    return <InboxProblem code={problem?.code ?? ''} again={`/${language}/staff/notifications`} />;
  }
  return (
    <StaffNotificationsPage
      language={language}
      answer={data}
      isLater={from !== null}
      saved={saved === 'yes' || saved === 'no' ? saved : null}
      now={Date.now()}
    />
  );
}
