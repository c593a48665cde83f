import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { InboxQuery, inboxPageSize } from '../../../../features/inbox/inbox.query.ts';
import { type AddressParameters, filterOf, readAddress } from '../../../../features/inbox/inbox-address.ts';
import { InboxPage } from '../../../../features/inbox/inbox-page.tsx';
import { enterStaffArea } from '../../../../features/staff/staff-area.ts';
import { query } from '../../../../graphql/server.ts';

interface ReviewRouteProps {
  params: Promise<{ locale: string }>;
  searchParams: Promise<AddressParameters>;
}

export async function generateMetadata({ params }: ReviewRouteProps): Promise<Metadata> {
  const { locale } = await params;
  const t = await getTranslations({ locale, namespace: 'staff' });
  return { title: t('titleSuffix', { title: t('review.title') }) };
}

/** Answers that wait for somebody other than their author. */
export default async function ReviewRoute({ params, searchParams }: ReviewRouteProps) {
  const address = readAddress({ ...(await searchParams), view: 'review', state: undefined });
  const { language, viewer } = await enterStaffArea(params, '/staff/review');
  const t = await getTranslations('staff.review');
  const variables = { filter: filterOf(address), first: inboxPageSize, after: address.after };
  const answer = await query(InboxQuery, variables, language);
  return (
    <InboxPage
      title={t('title')}
      lead={t('lead')}
      action={`/${language}/staff/review`}
      address={address}
      viewer={viewer}
      answer={answer}
    />
  );
}
