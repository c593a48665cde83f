import type { Metadata } from 'next';
import { NextIntlClientProvider } from 'next-intl';
import { getMessages, getTranslations } from 'next-intl/server';
import { PolicyQuery } from '../../../../features/sla-administration/policy/policy.query.ts';
import { PolicyPage } from '../../../../features/sla-administration/policy/policy-page.tsx';
import { AdminProblem } from '../../../../features/staff/admin-problem.tsx';
import { enterStaffArea } from '../../../../features/staff-shell/staff-area.ts';
import { administrationOf } from '../../../../features/staff-shell/staff-post.ts';
import { query } from '../../../../graphql/server.ts';
import { ammanDay } from '../../../../ui/format.ts';
import { programmes } from '../../../../ui/vocabulary.ts';
import '../../../../features/staff/admin.css';
import '../../../../features/sla-administration/sla-administration.css';

interface PoliciesRouteProps {
  params: Promise<{ locale: string }>;
  searchParams: Promise<{ programme?: string | string[] }>;
}

export async function generateMetadata({ params }: PoliciesRouteProps): Promise<Metadata> {
  const { locale } = await params;
  const t = await getTranslations({ locale });
  return { title: t('staff.titleSuffix', { title: t('policies.title') }) };
}

export default async function PoliciesRoute({ params, searchParams }: PoliciesRouteProps) {
  const { language, viewer } = await enterStaffArea(params, '/staff/policies');
  const again = `/${language}/staff/policies`;
  if (!administrationOf(viewer.posts).includes('policies')) {
    return <AdminProblem code="FORBIDDEN" again={`/${language}/staff`} />;
  }
  const asked = (await searchParams).programme;
  const programme = programmes.find((one) => one === asked) ?? 'GOVERNMENT_SERVICES';
  const { data, problem } = await query(PolicyQuery, { programme }, language);
  if (!data) return <AdminProblem code={problem?.code ?? 'other'} again={again} />;
  const { staff, policies, case: words } = await getMessages();
  return (
    <NextIntlClientProvider messages={{ staff, policies, case: words }}>
      <PolicyPage
        answer={data}
        programme={programme}
        today={ammanDay(new Date())}
        language={language}
        publishes={viewer.posts.some(({ role }) => role === 'ADMINISTRATOR')}
      />
    </NextIntlClientProvider>
  );
}
