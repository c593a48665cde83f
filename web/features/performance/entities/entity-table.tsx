import { getTranslations } from 'next-intl/server';
import type { Locale } from '../../../i18n/locale.ts';
import { formatNumber, formatPercent } from '../../../ui/format.ts';
import { percentClass } from '../../../ui/percent-class.ts';
import type { FigureTerms } from '../terms.ts';
import { toWorkingDays } from '../working-time.ts';
import { type EntityFigures, groupBySize } from './entity-groups.ts';

interface Props {
  entities: readonly EntityFigures[];
  locale: Locale;
  minutesADay: number;
  /** Share to be answered on time, 0..1; null when none is set. */
  target: number | null;
  terms: FigureTerms;
}

/** Every entity, among those of its size; on phones each row becomes a small list. */
export async function EntityTable({ entities, locale, minutesADay, target, terms }: Props) {
  const t = await getTranslations('performance');
  const groups = groupBySize(entities, terms);
  const volumes = { large: terms.largeVolume, middle: terms.middleVolume, few: terms.fewestShown };
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
            {t(group.name, volumes)}{' '}
            <span className="muted">({formatNumber(locale, group.entities.length)})</span>
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
              <caption className="sr">{t(group.name, volumes)}</caption>
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
                    terms={terms}
                  />
                ))}
              </tbody>
            </table>
          )}
        </details>
      ))}
      <p className="xs space-3">
        {t('hidden', { few: terms.fewestShown, ranked: terms.fewestRanked })}{' '}
        {target !== null && t('targetLine', { target: formatPercent(locale, target) })}
      </p>
    </section>
  );
}

interface RowProps {
  entity: EntityFigures;
  locale: Locale;
  minutesADay: number;
  target: number | null;
  terms: FigureTerms;
}

async function Row({ entity, locale, minutesADay, target, terms }: RowProps) {
  const t = await getTranslations('performance');
  const { code, name, received, onTime, satisfied, ratings, medianMinutes } = entity;
  const rated = satisfied !== null && ratings >= terms.fewestRanked;
  const cell = (label: string, words: string) => (
    <td className="num" data-l={label}>
      <span>{words}</span>
    </td>
  );
  return (
    <tr>
      <th scope="row">
        <a className="alone" href={`/${locale}/performance/${code}`}>
          {name}
        </a>
      </th>
      {cell(
        t('colReceived'),
        received === null ? t('fewer', { few: terms.fewestShown }) : formatNumber(locale, received),
      )}
      {cell(t('colOnTime'), onTime === null ? '–' : formatPercent(locale, onTime))}
      <td className="barcell">
        {onTime !== null && (
          <span
            className={`bar ${percentClass('v', onTime * 100)}${target === null ? '' : ` ${percentClass('t', target * 100)}`}`}
            aria-hidden="true"
          >
            <i />
            {target !== null && <u />}
          </span>
        )}
      </td>
      {cell(
        t('colSatisfied'),
        rated ? formatPercent(locale, satisfied) : t('fewRatings', { ranked: terms.fewestRanked }),
      )}
      {cell(
        t('colMedian'),
        medianMinutes === null ? '–' : formatNumber(locale, toWorkingDays(medianMinutes, minutesADay), 1),
      )}
    </tr>
  );
}
