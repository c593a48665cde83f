import { getTranslations } from 'next-intl/server';
import type { Locale } from '../../i18n/locale.ts';
import { toneOf, toneRange } from '../performance/charts/tones.ts';
import { layOutGrid, wallWidth } from './entity-grid.ts';

export interface EntityOnTime {
  code: string;
  /** 0..1; null when nothing was due, or too little to show. */
  onTime: number | null;
}

const tonesShown = [1, 2, 3, 4] as const;

/** One stone for each entity, toned by how many answers came on time; those of your requests are copper. */
export async function EntityGridList({
  entities,
  yours,
  locale,
  few,
}: {
  entities: readonly EntityOnTime[];
  yours: ReadonlySet<string>;
  locale: Locale;
  /** Fewer answers than this are not shown. */
  few: number;
}) {
  const t = await getTranslations('home');
  const p = await getTranslations('performance');
  const { cells: stones, height } = layOutGrid(entities.length);
  const tones = entities.map((entity) => toneOf(entity.onTime));
  const counted = (tone: number) => tones.filter((one) => one === tone).length;
  const label = t('wallLabel', {
    count: entities.length,
    top: counted(4),
    topFrom: toneRange(locale, 4).from,
    low: counted(1),
    lowBelow: toneRange(locale, 1).below,
  });
  const mine = entities.some((entity) => yours.has(entity.code));
  return (
    <figure>
      <svg className="entity-grid" viewBox={`0 0 ${wallWidth} ${height}`} role="img" aria-label={label}>
        {stones.map((stone, index) => (
          <rect
            key={entities[index]?.code}
            className={yours.has(entities[index]?.code ?? '') ? 'you' : `a${tones[index]}`}
            rx="1.5"
            {...stone}
          />
        ))}
      </svg>
      <figcaption className="space-3">
        <p className="small">
          <strong>{t('wallTitle', { count: entities.length })}</strong> {t('wallHint')}
        </p>
        <ul className="swatches space-2">
          {tonesShown.map((tone) => (
            <li key={tone}>
              <i className={`swatch--${tone}`} />
              {p(tone === 1 ? 'keyBelow' : tone === 4 ? 'keyFrom' : 'keyBetween', toneRange(locale, tone))}
            </li>
          ))}
          {counted(0) > 0 && (
            <li>
              <i className="swatch--0" />
              {t('tone0', { few })}
            </li>
          )}
          {mine && (
            <li>
              <i className="swatch--you" />
              {t('toneYou')}
            </li>
          )}
        </ul>
      </figcaption>
    </figure>
  );
}
