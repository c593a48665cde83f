import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getTranslations, setRequestLocale } from 'next-intl/server';
import { readConfig } from '../../../config.ts';
import { WallClosed } from '../../../features/wall/frame/wall-closed.tsx';
import { WallCasesQuery, WallFiguresQuery, WallPlacesQuery } from '../../../features/wall/wall.query.ts';
import {
  readWallAddress,
  type WallParameters,
  writeWallAddress,
} from '../../../features/wall/wall-address.ts';
import { casesAsked, figuresAsked, placesAsked } from '../../../features/wall/wall-questions.ts';
import { type WallScope, wallScope } from '../../../features/wall/wall-scope.ts';
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
  const asked = readWallAddress(await searchParams);
  const viewer = await requireViewer(locale, `/${locale}/wall${writeWallAddress(asked)}`);
  const now = Date.now();
  const places = await query(WallPlacesQuery, placesAsked(now), locale);
  const scope = wallScope(viewer.posts, asked, places.data?.programmes ?? []);
  if (!scope) return <WallClosed language={locale} />;
  const { entities, kind } = scope;
  const address = { ...asked, entities, sectors: kind === 'own' ? [] : asked.sectors };
  const [figures, cases] = await Promise.all([
    query(WallFiguresQuery, figuresAsked(address, now), locale),
    query(WallCasesQuery, casesAsked(address), locale),
  ]);
  return (
    <WallScreen
      gatewayUrl={readConfig().publicGatewayUrl}
      language={locale}
      renderedAt={now}
      address={address}
      scope={await scopeWords(scope, asked.sectors.length, places.data?.entities.totalCount ?? 0)}
      figures={figures.data && figuresPart(figures.data)}
      cases={cases.data && casesPart(cases.data, now)}
      places={places.data}
    />
  );
}

/** Whose figures these are: of all entities, of those that were chosen, or of the viewer's own. */
async function scopeWords(scope: WallScope, sectors: number, all: number): Promise<string> {
  const t = await getTranslations('wall.scope');
  const { kind, names, entities, leavesOut } = scope;
  const whose =
    kind === 'own'
      ? t('own', { names: names.join(' · ') })
      : kind === 'national'
        ? t('national', { count: all })
        : t('chosen', { entities: entities.length, sectors });
  return leavesOut ? `${whose} · ${t('open')}` : whose;
}
