import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { type AddressParameters, readAddress } from '../../../../features/inbox/address/inbox-address.ts';
import { InboxPage } from '../../../../features/inbox/inbox-page.tsx';
import { readInbox } from '../../../../features/inbox/read-inbox.ts';
import { enterStaffArea } from '../../../../features/staff-shell/staff-area.ts';

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
  const words = { vacant: (await getTranslations('staff.form'))('vacant') };
  const read = await readInbox({ address, posts: viewer.posts, language, words });
  return (
    <InboxPage
      title={t('title')}
      lead={t('lead')}
      action={`/${language}/staff/review`}
      address={address}
      viewer={viewer}
      read={read}
    />
  );
}
