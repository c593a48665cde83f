'use client';

import { useTranslations } from 'next-intl';
import { Icon } from '../../../ui/icon.tsx';

interface WallFootProps {
  soon: number | null;
  unknown: number | null;
  turn: { index: number; total: number; held: boolean; onHold(): void };
}

/** What will need somebody next, in sentences; and which group of the league is shown. */
export function WallFoot({ soon, unknown, turn }: WallFootProps) {
  const t = useTranslations('wall.foot');
  return (
    <footer className="wall__foot">
      {soon === null ? (
        <span />
      ) : (
        <p className={soon > 0 ? 'alert' : 'alert alert--calm'}>
          <Icon name={soon > 0 ? 'clock' : 'on-time'} />
          {soon > 0 ? t('soon', { count: soon }) : t('noneSoon')}
        </p>
      )}
      {unknown === null ? (
        <span />
      ) : (
        <p className="promise">
          <Icon name={unknown > 0 ? 'inquiry' : 'check'} />
          {unknown > 0 ? (
            <>
              <b>{t('unknown', { count: unknown })}</b> {t('unknownRest')}
            </>
          ) : (
            t('noneUnknown')
          )}
        </p>
      )}
      {turn.total > 1 ? (
        <button type="button" className="turn" aria-pressed={turn.held} onClick={turn.onHold}>
          <span aria-hidden="true">
            {Array.from({ length: turn.total }, (_, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: the places of the groups are their only names
              <i key={index} className={index === turn.index ? 'on' : undefined} />
            ))}
          </span>
          {t('turn', { index: turn.index + 1, total: turn.total })}
          <span className="sr">{turn.held ? t('goOn') : t('hold')}</span>
          {turn.held && <Icon name="pause" />}
        </button>
      ) : (
        <p className="turn">{t('readOnly')}</p>
      )}
    </footer>
  );
}
