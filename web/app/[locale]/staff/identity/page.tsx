import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { InboxProblem } from '../../../../features/inbox/inbox-states.tsx';
import { readIdentityAddress } from '../../../../features/staff-case/identity/identity-address.ts';
import {
  IdentityRequestsQuery,
  identityPageSize,
} from '../../../../features/staff-case/identity/identity-requests.query.ts';
import { IdentityRequestsPage } from '../../../../features/staff-case/identity/identity-requests-page.tsx';
import { enterStaffArea } from '../../../../features/staff-shell/staff-area.ts';
import { query } from '../../../../graphql/server.ts';

interface IdentityRouteProps {
  params: Promise<{ locale: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export async function generateMetadata({ params }: IdentityRouteProps): Promise<Metadata> {
  const { locale } = await params;
  const t = await getTranslations({ locale });
  return { title: t('staff.titleSuffix', { title: t('desk.identity.title') }) };
}

/** Requests to be shown who filed a report, for custodians and for who asked. */
export default async function IdentityRoute({ params, searchParams }: IdentityRouteProps) {
  const { language } = await enterStaffArea(params, '/staff/identity');
  const address = readIdentityAddress(await searchParams);
  const list = address.own ? 'OWN' : 'TO_DECIDE';
  const variables = { list, first: identityPageSize, after: address.after } as const;
  const { data, problem } = await query(IdentityRequestsQuery, variables, language);
  const action = `/${language}/staff/identity`;
  if (!data) return <InboxProblem code={problem?.code ?? ''} again={action} />;
  return (
    <IdentityRequestsPage
      requests={data.identityRequests}
      address={address}
      action={action}
      now={Date.now()}
    />
  );
}
