import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { InboxProblem } from '../../../../../features/inbox/inbox-states.tsx';
import { readCasePages } from '../../../../../features/staff-case/conversation/case-pages.ts';
import { doneOf } from '../../../../../features/staff-case/desk/panel/intents.ts';
import { StaffCaseQuery } from '../../../../../features/staff-case/staff-case.query.ts';
import { CaseMissing, StaffCasePage } from '../../../../../features/staff-case/staff-case-page.tsx';
import { enterStaffArea } from '../../../../../features/staff-shell/staff-area.ts';
import { query } from '../../../../../graphql/server.ts';

interface CaseRouteProps {
  params: Promise<{ locale: string; reference: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export async function generateMetadata({ params }: CaseRouteProps): Promise<Metadata> {
  const { locale, reference } = await params;
  const t = await getTranslations({ locale, namespace: 'staff' });
  return { title: t('titleSuffix', { title: decodeURIComponent(reference) }) };
}

export default async function CaseRoute({ params, searchParams }: CaseRouteProps) {
  const { reference } = await params;
  const path = `/staff/cases/${reference}`;
  const { language } = await enterStaffArea(params, path);
  const address = await searchParams;
  const { data, problem } = await query(
    StaffCaseQuery,
    { reference: decodeURIComponent(reference), ...readCasePages(address) },
    language,
  );
  if (!data && problem && problem.code !== 'NOT_FOUND') {
    return <InboxProblem code={problem.code} again={`/${language}${path}`} />;
  }
  const kase = data?.caseByReference;
  if (!kase) return <CaseMissing language={language} done={doneOf(address)} />;
  return <StaffCasePage kase={kase} language={language} address={address} />;
}
