import { getTranslations } from 'next-intl/server';
import { type FragmentType, graphql, readFragment } from '../../../graphql/generated/index.ts';
import type { Locale } from '../../../i18n/locale.ts';
import { FiguresTable } from '../../../ui/figures-table.tsx';
import { formatPercent } from '../../../ui/format.ts';
import { JordanMap } from '../../../ui/jordan-map/jordan-map.tsx';
import { toneOf, toneRange } from './tones.ts';

const rowFragment = graphql(`
  fragment GovernorateMap_KpiRow on KpiRow {
    keys
    kpis {
      value
      suppressed
    }
  }
`);

interface Props {
  rows: readonly FragmentType<typeof rowFragment>[];
  governorates: readonly { code: string; name: string }[];
  locale: Locale;
}

/** The share answered on time, governorate by governorate: a sentence, a map, a table. */
export async function GovernorateMap({ rows, governorates, locale }: Props) {
  const t = await getTranslations('performance');
  const shares = new Map<string, number>();
  for (const row of rows) {
    const { keys, kpis } = readFragment(rowFragment, row);
    const [delayed] = kpis;
    if (keys[0] && delayed && delayed.value !== null && !delayed.suppressed)
      shares.set(keys[0], 1 - delayed.value);
  }
  const places = governorates.map(({ code, name }) => {
    const share = shares.get(code) ?? null;
    return {
      code,
      name,
      share,
      value: share === null ? '–' : formatPercent(locale, share),
      tone: toneOf(share),
    };
  });
  const ranked = places
    .filter((place) => place.share !== null)
    .sort((a, b) => (b.share ?? 0) - (a.share ?? 0));
  const [best] = ranked;
  const worst = ranked.at(-1);
  const summary =
    best && worst
      ? t('mapSummary', {
          best: best.name,
          bestValue: best.value,
          worst: worst.name,
          worstValue: worst.value,
        })
      : t('mapNone');
  return (
    <div>
      <h2 className="h2">
        {t('mapTitle')} <span className="h2__aside">{t('mapSub')}</span>
      </h2>
      <p className="small muted space-1 gap-3">{summary}</p>
      <JordanMap
        values={new Map(places.map((place) => [place.code, place]))}
        summary={summary}
        listLabel={t('mapList')}
      />
      <ul className="legend">
        {([1, 2, 3, 4] as const).map((tone) => (
          <li key={tone}>
            <i className={`key-q${tone}`} />
            {t(tone === 1 ? 'keyBelow' : tone === 4 ? 'keyFrom' : 'keyBetween', toneRange(locale, tone))}
          </li>
        ))}
        {ranked.length < places.length && (
          <li>
            <i className="key-q0" />
            {t('mapKey0')}
          </li>
        )}
      </ul>
      <FiguresTable
        summary={t('table')}
        caption={`${t('mapTitle')}: ${t('mapSub')}`}
        head={[t('governorate'), t('colOnTime')]}
        rows={places.map(({ code, name, share, value }) => ({
          key: code,
          cells: [name, share === null ? t('noData') : value],
        }))}
      />
    </div>
  );
}
