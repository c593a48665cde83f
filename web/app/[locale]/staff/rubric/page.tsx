import type { Metadata } from 'next';
import { NextIntlClientProvider } from 'next-intl';
import { getMessages, getTranslations } from 'next-intl/server';
import { RubricQuery } from '../../../../features/rubric/rubric.query.ts';
import { RubricPage } from '../../../../features/rubric/rubric-page.tsx';
import { AdminProblem } from '../../../../features/staff/admin-problem.tsx';
import { enterStaffArea } from '../../../../features/staff-shell/staff-area.ts';
import { query } from '../../../../graphql/server.ts';
import '../../../../features/staff/admin.css';
import '../../../../features/sla-administration/sla-administration.css';
import '../../../../features/rubric/rubric.css';

interface RubricRouteProps {
  params: Promise<{ locale: string }>;
}

export async function generateMetadata({ params }: RubricRouteProps): Promise<Metadata> {
  const { locale } = await params;
  const t = await getTranslations({ locale });
  return { title: t('staff.titleSuffix', { title: t('rubric.title') }) };
}

export default async function RubricRoute({ params }: RubricRouteProps) {
  const { language, viewer } = await enterStaffArea(params, '/staff/rubric');
  const { data, problem } = await query(RubricQuery, {}, language);
  if (!data) {
    return <AdminProblem code={problem?.code ?? 'other'} again={`/${language}/staff/rubric`} />;
  }
  const { staff, rubric } = await getMessages();
  return (
    <NextIntlClientProvider messages={{ staff, rubric }}>
      <RubricPage
        rubric={data.rubric}
        language={language}
        editable={viewer.posts.some(({ role }) => role === 'ADMINISTRATOR')}
      />
    </NextIntlClientProvider>
  );
}
