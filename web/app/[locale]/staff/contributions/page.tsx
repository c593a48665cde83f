import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { partFilter, readPartAddress } from '../../../../features/contributions/contribution-address.ts';
import { PartsQuery, partsPageSize } from '../../../../features/contributions/contributions.query.ts';
import { ContributionsPage } from '../../../../features/contributions/contributions-page.tsx';
import { InboxProblem } from '../../../../features/inbox/inbox-states.tsx';
import { enterStaffArea } from '../../../../features/staff-shell/staff-area.ts';
import { query } from '../../../../graphql/server.ts';

interface PartsRouteProps {
  params: Promise<{ locale: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export async function generateMetadata({ params }: PartsRouteProps): Promise<Metadata> {
  const { locale } = await params;
  const t = await getTranslations({ locale });
  return { title: t('staff.titleSuffix', { title: t('inbox.view.parts') }) };
}

/** What other entities ask of the viewer's, and what hers asked of them. */
export default async function PartsRoute({ params, searchParams }: PartsRouteProps) {
  const { language } = await enterStaffArea(params, '/staff/contributions');
  const address = readPartAddress(await searchParams);
  const variables = { filter: partFilter(address), first: partsPageSize, after: address.after };
  const { data, problem } = await query(PartsQuery, variables, language);
  const action = `/${language}/staff/contributions`;
  if (!data) return <InboxProblem code={problem?.code ?? ''} again={action} />;
  return <ContributionsPage parts={data.contributions} address={address} action={action} now={Date.now()} />;
}
