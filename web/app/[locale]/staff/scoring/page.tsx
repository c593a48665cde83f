import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { type AddressParameters, readAddress } from '../../../../features/inbox/address/inbox-address.ts';
import { InboxPage } from '../../../../features/inbox/inbox-page.tsx';
import { readInbox } from '../../../../features/inbox/read-inbox.ts';
import { enterStaffArea } from '../../../../features/staff-shell/staff-area.ts';
import { viewsOf } from '../../../../features/staff-shell/staff-post.ts';

interface ScoringRouteProps {
  params: Promise<{ locale: string }>;
  searchParams: Promise<AddressParameters>;
}

export async function generateMetadata({ params }: ScoringRouteProps): Promise<Metadata> {
  const { locale } = await params;
  const t = await getTranslations({ locale });
  return { title: t('staff.titleSuffix', { title: t('inbox.view.scoring') }) };
}

/** Published answers that were rated low and wait for a score. */
export default async function ScoringRoute({ params, searchParams }: ScoringRouteProps) {
  const { after, seen } = await searchParams;
  const address = readAddress({ view: 'scoring', after, seen });
  const { language, viewer } = await enterStaffArea(params, '/staff/scoring');
  if (!viewsOf(viewer.posts).includes('scoring')) notFound();
  const t = await getTranslations('inbox');
  const words = { vacant: (await getTranslations('staff.form'))('vacant') };
  const read = await readInbox({ address, posts: viewer.posts, language, words });
  return (
    <InboxPage
      title={t('view.scoring')}
      lead={t('scoringLead')}
      action={`/${language}/staff/scoring`}
      address={address}
      viewer={viewer}
      read={read}
    />
  );
}
