import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import {
  type AddressParameters,
  readAddress,
  writeAddress,
} from '../../../../features/inbox/address/inbox-address.ts';
import { type SavedView, savedFilter } from '../../../../features/inbox/address/saved-filter.ts';
import { InboxPage } from '../../../../features/inbox/inbox-page.tsx';
import { SavedViewsQuery } from '../../../../features/inbox/list/inbox.query.ts';
import { readInbox } from '../../../../features/inbox/read-inbox.ts';
import { enterStaffArea } from '../../../../features/staff-shell/staff-area.ts';
import { query } from '../../../../graphql/server.ts';
import type { Locale } from '../../../../i18n/locale.ts';

interface InboxRouteProps {
  params: Promise<{ locale: string }>;
  searchParams: Promise<AddressParameters>;
}

const reference = /^bk-\d{4}-[0-9a-z-]{6,}$/i;

export async function generateMetadata({ params, searchParams }: InboxRouteProps): Promise<Metadata> {
  const { locale } = await params;
  const t = await getTranslations({ locale });
  const { view } = readAddress(await searchParams);
  return { title: t('staff.titleSuffix', { title: t(`inbox.view.${view}`) }) };
}

export default async function InboxRoute({ params, searchParams }: InboxRouteProps) {
  const address = readAddress(await searchParams);
  const { language, viewer } = await enterStaffArea(params, `/staff/inbox${writeAddress(address)}`);
  const action = `/${language}/staff/inbox`;
  if (reference.test(address.text)) redirect(`/${language}/staff/cases/${address.text.toUpperCase()}`);
  const t = await getTranslations('inbox.view');
  const saved = address.saved ? await savedView(address.saved, language) : null;
  // A view that was removed meanwhile: the whole inbox.
  if (address.saved && !saved) redirect(action);
  const base = saved && savedFilter(saved);
  const words = { vacant: (await getTranslations('staff.form'))('vacant') };
  const read = await readInbox({ address, base, posts: viewer.posts, language, words });
  return (
    <InboxPage
      title={saved?.name ?? t(address.view)}
      action={action}
      address={address}
      saved={saved}
      viewer={viewer}
      read={read}
    />
  );
}

async function savedView(id: string, language: Locale): Promise<SavedView | null> {
  const { data } = await query(SavedViewsQuery, {}, language);
  return data?.savedViews.find((view) => view.id === id) ?? null;
}
