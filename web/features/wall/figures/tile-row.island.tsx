'use client';

import { useTranslations } from 'next-intl';
import { formatNumber, formatPercent } from '../../../ui/format.ts';
import { Icon } from '../../../ui/icon.tsx';
import { useLanguage } from '../../staff/language.ts';
import type { Tile, TileLine } from './tiles.ts';

/** The five figures. One that has just moved is marked for a moment. */
export function TileRow({ tiles }: { tiles: readonly Tile[] }) {
  const t = useTranslations('wall');
  const language = useLanguage();
  return (
    <div className="tiles">
      {tiles.map((tile) => {
        const words =
          tile.value === null
            ? '–'
            : tile.unit === 'count'
              ? formatNumber(language, tile.value)
              : formatPercent(language, tile.value);
        return (
          <section key={tile.name} className="tile">
            <h2>{t(`tile.${tile.name}`)}</h2>
            <b key={words}>{words}</b>
            <div className="side">
              {tile.value === null ? (
                <span>{t('noData')}</span>
              ) : (
                tile.lines.map((line) => <Line key={line.key} line={line} />)
              )}
            </div>
          </section>
        );
      })}
    </div>
  );
}

function Line({ line }: { line: TileLine }) {
  const t = useTranslations('wall.tile');
  const language = useLanguage();
  const { percent, target, points, count } = line.values;
  return (
    <span className={line.tone === 'plain' ? undefined : line.tone}>
      {line.icon && <Icon name={line.icon} />}
      <span>
        {t.rich(line.key, {
          n: (chunks) => <bdi>{chunks}</bdi>,
          percent: percent === undefined ? '' : formatPercent(language, percent, 0),
          target: target === undefined ? '' : formatPercent(language, target, 0),
          points: points === undefined ? '' : formatNumber(language, points, 1),
          count: count ?? 0,
        })}
      </span>
    </span>
  );
}
