import type { Metadata } from 'next';
import { NextIntlClientProvider } from 'next-intl';
import { getMessages, getTranslations } from 'next-intl/server';
import { CalendarQuery } from '../../../../features/sla-administration/calendar/calendar.query.ts';
import { CalendarPage } from '../../../../features/sla-administration/calendar/calendar-page.tsx';
import { AdminProblem } from '../../../../features/staff/admin-problem.tsx';
import { enterStaffArea } from '../../../../features/staff-shell/staff-area.ts';
import { administrationOf } from '../../../../features/staff-shell/staff-post.ts';
import { query } from '../../../../graphql/server.ts';
import { ammanDay } from '../../../../ui/format.ts';
import '../../../../features/staff/admin.css';
import '../../../../features/sla-administration/sla-administration.css';
import '../../../../features/sla-administration/calendar/year.css';

interface CalendarsRouteProps {
  params: Promise<{ locale: string }>;
  searchParams: Promise<{ year?: string | string[] }>;
}

export async function generateMetadata({ params }: CalendarsRouteProps): Promise<Metadata> {
  const { locale } = await params;
  const t = await getTranslations({ locale });
  return { title: t('staff.titleSuffix', { title: t('calendars.title') }) };
}

export default async function CalendarsRoute({ params, searchParams }: CalendarsRouteProps) {
  const { language, viewer } = await enterStaffArea(params, '/staff/calendars');
  const again = `/${language}/staff/calendars`;
  if (!administrationOf(viewer.posts).includes('calendars')) {
    return <AdminProblem code="FORBIDDEN" again={`/${language}/staff`} />;
  }
  const today = ammanDay(new Date());
  const asked = Number((await searchParams).year);
  const year = asked >= 2000 && asked <= 2079 ? Math.trunc(asked) : Number(today.slice(0, 4));
  const { data, problem } = await query(
    CalendarQuery,
    { from: `${year}-01-01`, to: `${year}-12-31` },
    language,
  );
  if (!data) return <AdminProblem code={problem?.code ?? 'other'} again={again} />;
  const { staff, calendars } = await getMessages();
  return (
    <NextIntlClientProvider messages={{ staff, calendars }}>
      <CalendarPage
        answer={data}
        year={year}
        today={today}
        language={language}
        mayShorten={viewer.posts.some(({ role }) => role === 'OPERATION_ROOM')}
      />
    </NextIntlClientProvider>
  );
}
