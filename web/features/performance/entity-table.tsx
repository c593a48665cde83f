import { getTranslations } from 'next-intl/server';
import type { Locale } from '../../i18n/locale.ts';
import { formatNumber, formatPercent } from '../../ui/format.ts';
import { percentClass } from '../../ui/percent-class.ts';
import { type EntityFigures, fewestRatings, groupBySize } from './entity-groups.ts';
import { toWorkingDays } from './working-time.ts';

interface Props {
  entities: readonly EntityFigures[];
  locale: Locale;
  minutesADay: number;
  /** Share to be answered on time, 0..1. */
  target: number;
}

/** Every entity, among those of its size; on phones each row becomes a small list. */
export async function EntityTable({ entities, locale, minutesADay, target }: Props) {
  const t = await getTranslations('performance');
  const groups = groupBySize(entities);
  return (
    <section className="section" aria-labelledby="entities">
      <h2 className="h2" id="entities">
        {t('entities')}
      </h2>
      <p className="small muted narrow space-1">{t('entitiesHint')}</p>
      {groups.length === 0 && <p className="space-4">{t('empty')}</p>}
      {groups.map((group, index) => (
        <details className="group-fold" key={group.name} open={index === 0}>
          <summary>
            {t(group.name)} <span className="muted">({formatNumber(locale, group.entities.length)})</span>
          </summary>
          {group.name === 'groupNone' ? (
            <ul className="columns">
              {group.entities.map(({ code, name }) => (
                <li key={code}>
                  <a href={`/${locale}/performance/${code}`}>{name}</a>
                </li>
              ))}
            </ul>
          ) : (
            <table className="table table--stack">
              <caption className="sr">{t(group.name)}</caption>
              <thead>
                <tr>
                  <th scope="col">{t('entity')}</th>
                  <th scope="col" className="num">
                    {t('colReceived')}
                  </th>
                  <th scope="col" className="num">
                    {t('colOnTime')}
                  </th>
                  <td className="barcell" />
                  <th scope="col" className="num">
                    {t('colSatisfied')}
                  </th>
                  <th scope="col" className="num">
                    {t('colMedian')}
                  </th>
                </tr>
              </thead>
              <tbody>
                {group.entities.map((entity) => (
                  <Row
                    key={entity.code}
                    entity={entity}
                    locale={locale}
                    minutesADay={minutesADay}
                    target={target}
                  />
                ))}
              </tbody>
            </table>
          )}
        </details>
      ))}
      <p className="xs space-3">{t('hidden', { target: formatPercent(locale, target, 0) })}</p>
    </section>
  );
}

interface RowProps {
  entity: EntityFigures;
  locale: Locale;
  minutesADay: number;
  target: number;
}

async function Row({ entity, locale, minutesADay, target }: RowProps) {
  const t = await getTranslations('performance');
  const { code, name, received, onTime, satisfied, ratings, medianMinutes } = entity;
  const rated = satisfied !== null && ratings >= fewestRatings;
  const cell = (label: string, words: string) => (
    <td className="num" data-l={label}>
      <span>{words}</span>
    </td>
  );
  return (
    <tr>
      <th scope="row">
        <a href={`/${locale}/performance/${code}`}>{name}</a>
      </th>
      {cell(t('colReceived'), received === null ? t('few') : formatNumber(locale, received))}
      {cell(t('colOnTime'), onTime === null ? '–' : formatPercent(locale, onTime))}
      <td className="barcell">
        {onTime !== null && (
          <span
            className={`bar ${percentClass('v', onTime * 100)} ${percentClass('t', target * 100)}`}
            aria-hidden="true"
          >
            <i />
            <u />
          </span>
        )}
      </td>
      {cell(t('colSatisfied'), rated ? formatPercent(locale, satisfied) : t('fewRatings'))}
      {cell(
        t('colMedian'),
        medianMinutes === null ? '–' : formatNumber(locale, toWorkingDays(medianMinutes, minutesADay), 1),
      )}
    </tr>
  );
}
