import type { Metadata, Viewport } from 'next';
import { notFound } from 'next/navigation';
import { NextIntlClientProvider } from 'next-intl';
import { getMessages, getTranslations, setRequestLocale } from 'next-intl/server';
import type { ReactNode } from 'react';
import { readConfig } from '../../../config.ts';
import { SavedViewsQuery } from '../../../features/inbox/list/inbox.query.ts';
import { Palette } from '../../../features/palette/palette.island.tsx';
import { SessionWatch } from '../../../features/shell/session-watch.island.tsx';
import { FocusHeading } from '../../../features/staff/focus-heading.island.tsx';
import {
  FeedCursorQuery,
  StaffCountsQuery,
  UnreadQuery,
} from '../../../features/staff/live/staff-counts.query.ts';
import { StaffLiveProvider } from '../../../features/staff/live/staff-live.island.tsx';
import { placesOf } from '../../../features/staff-shell/places.ts';
import { Rail } from '../../../features/staff-shell/rail.island.tsx';
import { StaffBar } from '../../../features/staff-shell/staff-bar.tsx';
import {
  administrationOf,
  countsFor,
  entityNames,
  mayAskIdentity,
  mayHaveParts,
  mayWatchAll,
  viewsOf,
} from '../../../features/staff-shell/staff-post.ts';
import { query } from '../../../graphql/server.ts';
import { isLocale } from '../../../i18n/locale.ts';
import { readViewer } from '../../../session/viewer.ts';
import { Document } from '../../../ui/document.tsx';
import '../../../ui/styles/track.css';
import '../../../ui/styles/desk.css';
import '../../../features/staff-shell/staff.css';
import '../../../features/staff/blank.css';
import '../../../features/inbox/inbox.css';
import '../../../features/inbox/filters/filters.css';
import '../../../features/inbox/bulk/bulk.css';
import '../../../features/contributions/contributions.css';
import '../../../features/palette/palette.css';
import '../../../features/staff-case/beside.css';
import '../../../features/staff-case/desk/desk.css';
import '../../../features/staff-case/desk/editor.css';
import '../../../features/staff-case/staff-case.css';
import '../../../features/staff-case/conversation/talk.css';
import '../../../features/staff-case/team/team.css';

export const dynamic = 'force-dynamic';
export const viewport: Viewport = { width: 'device-width', initialScale: 1 };
export const metadata: Metadata = { robots: { index: false }, icons: { icon: 'data:,' } };

interface StaffLayoutProps {
  children: ReactNode;
  params: Promise<{ locale: string }>;
}

/** The staff shell: one live line, one bar, one rail around whatever page is open. */
export default async function StaffLayout({ children, params }: StaffLayoutProps) {
  const { locale } = await params;
  if (!isLocale(locale)) notFound();
  setRequestLocale(locale);
  const viewer = await readViewer(locale);
  const t = await getTranslations('staff.shell');
  const { staff, case: words, desk, inbox } = await getMessages();
  const posts = viewer?.posts ?? [];
  // Visitors are sent away by the page; people without a post see the page alone.
  if (!viewer || posts.length === 0) {
    return (
      <Document locale={locale} density="staff">
        <NextIntlClientProvider messages={{ staff }}>{children}</NextIntlClientProvider>
      </Document>
    );
  }
  const views = viewsOf(posts);
  const parts = mayHaveParts(posts);
  const identity = mayAskIdentity(posts);
  const [{ data: counts }, { data: log }, { data: bell }, { data: kept }] = await Promise.all([
    query(StaffCountsQuery, countsFor(views, { parts, identity }), locale),
    query(FeedCursorQuery, {}, locale),
    query(UnreadQuery, {}, locale),
    query(SavedViewsQuery, {}, locale),
  ]);
  const saved = (kept?.savedViews ?? []).map(({ id, name }) => ({ id, name }));
  const w = await getTranslations();
  const places = placesOf({
    language: locale,
    views,
    saved,
    parts,
    identity,
    watchesAll: mayWatchAll(posts),
    administration: administrationOf(posts),
    viewName: (view) => w(`inbox.view.${view}`),
    pageName: (page) => w(`staff.administration.${page}`),
    ownName: (name) => w(`inbox.palette.${name}`),
  });
  return (
    <Document locale={locale} density="staff">
      <NextIntlClientProvider messages={{ staff, case: words, desk, inbox }}>
        <StaffLiveProvider
          gatewayUrl={readConfig().publicGatewayUrl}
          language={locale}
          after={log?.feedCursor ?? null}
          renderedAt={Date.now()}
        >
          <FocusHeading />
          <SessionWatch />
          <Palette places={places} />
          <a className="skip" href="#main">
            {t('skip')}
          </a>
          <div className="desk">
            <StaffBar
              language={locale}
              name={viewer.name}
              posts={posts}
              entities={entityNames(posts)}
              unread={bell?.viewer?.unreadNotifications ?? null}
            />
            <Rail
              views={views}
              saved={saved}
              parts={parts}
              identity={identity}
              counts={counts}
              watchesAll={mayWatchAll(posts)}
              administration={administrationOf(posts)}
            />
            {children}
          </div>
        </StaffLiveProvider>
      </NextIntlClientProvider>
    </Document>
  );
}
