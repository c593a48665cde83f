import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getTranslations, setRequestLocale } from 'next-intl/server';
import { readConfig } from '../../../config.ts';
import { mayWatchAll } from '../../../features/staff/staff-post.ts';
import { WallCasesQuery, WallFiguresQuery, WallPlacesQuery } from '../../../features/wall/wall.query.ts';
import {
  readWallAddress,
  type WallParameters,
  writeWallAddress,
} from '../../../features/wall/wall-address.ts';
import { WallClosed } from '../../../features/wall/wall-closed.tsx';
import { casesAsked, figuresAsked, placesAsked } from '../../../features/wall/wall-questions.ts';
import { WallScreen } from '../../../features/wall/wall-screen.island.tsx';
import { casesPart, figuresPart } from '../../../features/wall/wall-snapshot.ts';
import { query } from '../../../graphql/server.ts';
import { isLocale } from '../../../i18n/locale.ts';
import { requireViewer } from '../../../session/viewer.ts';

interface WallRouteProps {
  params: Promise<{ locale: string }>;
  searchParams: Promise<WallParameters>;
}

export async function generateMetadata({ params }: WallRouteProps): Promise<Metadata> {
  const { locale } = await params;
  const t = await getTranslations({ locale, namespace: 'staff' });
  return { title: t('titleSuffix', { title: t('shell.room') }) };
}

/** The operation room's screen as it stands; from here on it keeps itself up to date. */
export default async function WallRoute({ params, searchParams }: WallRouteProps) {
  const { locale } = await params;
  if (!isLocale(locale)) notFound();
  setRequestLocale(locale);
  const address = readWallAddress(await searchParams);
  const viewer = await requireViewer(locale, `/${locale}/wall${writeWallAddress(address)}`);
  if (viewer.posts.length === 0) return <WallClosed language={locale} />;
  const now = Date.now();
  const [figures, cases, places] = await Promise.all([
    query(WallFiguresQuery, figuresAsked(address, now), locale),
    query(WallCasesQuery, casesAsked(address), locale),
    query(WallPlacesQuery, placesAsked(now), locale),
  ]);
  const t = await getTranslations('wall');
  const own = viewer.posts.flatMap((post) => post.entity?.name ?? []);
  const scope = mayWatchAll(viewer.posts)
    ? t('scope', { count: address.entities.length || (places.data?.entities.totalCount ?? 0) })
    : [...new Set(own)].join(' · ');
  return (
    <WallScreen
      gatewayUrl={readConfig().publicGatewayUrl}
      language={locale}
      renderedAt={now}
      address={address}
      scope={scope}
      figures={figures.data && figuresPart(figures.data)}
      cases={cases.data && casesPart(cases.data, now)}
      places={places.data}
    />
  );
}
