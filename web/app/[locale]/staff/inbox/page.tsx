import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { InboxQuery, inboxPageSize } from '../../../../features/inbox/inbox.query.ts';
import {
  type AddressParameters,
  filterOf,
  readAddress,
  writeAddress,
} from '../../../../features/inbox/inbox-address.ts';
import { InboxPage } from '../../../../features/inbox/inbox-page.tsx';
import { enterStaffArea } from '../../../../features/staff/staff-area.ts';
import { query } from '../../../../graphql/server.ts';

interface InboxRouteProps {
  params: Promise<{ locale: string }>;
  searchParams: Promise<AddressParameters>;
}

const reference = /^bk-\d{4}-[0-9a-z-]{6,}$/i;

export async function generateMetadata({ params, searchParams }: InboxRouteProps): Promise<Metadata> {
  const { locale } = await params;
  const t = await getTranslations({ locale, namespace: 'staff' });
  return { title: t('titleSuffix', { title: t(`view.${readAddress(await searchParams).view}`) }) };
}

export default async function InboxRoute({ params, searchParams }: InboxRouteProps) {
  const address = readAddress(await searchParams);
  const { language, viewer } = await enterStaffArea(params, `/staff/inbox${writeAddress(address)}`);
  const action = `/${language}/staff/inbox`;
  if (reference.test(address.text)) redirect(`/${language}/staff/cases/${address.text.toUpperCase()}`);
  const t = await getTranslations('staff.view');
  const variables = { filter: filterOf(address), first: inboxPageSize, after: address.after };
  const answer = await query(InboxQuery, variables, language);
  return (
    <InboxPage title={t(address.view)} action={action} address={address} viewer={viewer} answer={answer} />
  );
}
