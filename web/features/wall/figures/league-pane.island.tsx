'use client';

import { useTranslations } from 'next-intl';
import { formatPercent } from '../../../ui/format.ts';
import { percentClass } from '../../../ui/percent-class.ts';
import { useLanguage } from '../../staff/language.ts';
import type { LeagueGroup, LeaguePlace } from './league.ts';

interface LeaguePaneProps {
  group: LeagueGroup | null;
  /** 0..1; null when no target is set. */
  target: number | null;
  /** Entities on fewer cases have no rank; null while that is not known. */
  fewest: number | null;
}

/** Entities of like volume by how many answers came on time in the last thirty days: the best, and those that need help. */
export function LeaguePane({ group, target, fewest }: LeaguePaneProps) {
  const t = useTranslations('wall.league');
  const language = useLanguage();
  return (
    <section className="pane" aria-labelledby="h-league">
      <div className="pane__head">
        <h2 id="h-league">{t('title')}</h2>
        {group && (
          <span>
            {t(group.volume, { count: group.size })}
            {target !== null && t('target', { target: formatPercent(language, target, 0) })}
            {fewest !== null &&
              [...group.top, ...group.bottom].some((place) => place.rank === null) &&
              t('unranked', { fewest })}
          </span>
        )}
      </div>
      {group ? (
        <ol className="league" key={group.volume}>
          {group.top.map((place) => (
            <Place key={place.code} place={place} target={target} />
          ))}
          {group.bottom.length > 0 && <li className="cut" aria-hidden="true" />}
          {group.bottom.map((place) => (
            <Place key={place.code} place={place} target={target} />
          ))}
        </ol>
      ) : (
        <p className="wall__none">{t('none')}</p>
      )}
    </section>
  );
}

function Place({ place, target }: { place: LeaguePlace; target: number | null }) {
  const language = useLanguage();
  const low = target !== null && place.belowTarget;
  return (
    <li className={low ? 'low' : undefined}>
      <span>{place.rank ?? '–'}</span>
      <b>{place.name}</b>
      <span
        className={`bar ${percentClass('v', place.onTime * 100)}${target === null ? '' : ` ${percentClass('t', target * 100)}`}`}
      >
        <i />
        {target !== null && <u />}
      </span>
      <span className="num">{formatPercent(language, place.onTime)}</span>
    </li>
  );
}
