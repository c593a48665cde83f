import { useTranslations } from 'next-intl';
import { Icon } from '../../../ui/icon.tsx';
import {
  caseTypes,
  channels,
  escalationLevels,
  importances,
  listedStates,
  pillars,
} from '../../staff/vocabulary.ts';
import { filterCount, type InboxAddress, noFilters, writeAddress } from '../address/inbox-address.ts';
import { type ListName, listFilters, notSet } from '../address/list-filters.ts';
import { DaysField, Picks, type PicksProps, SelectMore } from './filter-fields.tsx';
import type { InboxChoices } from './inbox-choices.ts';

interface InboxFiltersProps {
  address: InboxAddress;
  action: string;
  choices: InboxChoices;
}

/** The filter: a plain form whose answer is the address. Views that fix the state do not offer it. */
export function InboxFilters({ address, action, choices }: InboxFiltersProps) {
  const t = useTranslations('inbox.filter');
  const more = useTranslations('inbox');
  const words = useTranslations('case');
  const count = filterCount(address);
  const { view, saved } = address;
  const picks = (name: ListName, options: PicksProps['options']): PicksProps => ({
    legend: t(`list.${name}`),
    name: listFilters[name].parameter,
    options,
    chosen: address[name],
  });
  const select = (name: 'entities' | 'sectors' | 'governorates' | 'topics' | 'assignees') => ({
    label: t(`list.${name}`),
    name: listFilters[name].parameter,
    chosen: address[name],
  });
  const governorates = [{ name: null, choices: choices.governorates }];
  return (
    <details className="filterbox">
      <summary className="btn btn--second btn--sm">
        <Icon name="filter" />
        {count > 0 ? t('openCount', { count }) : t('open')}
      </summary>
      <form className="filterbox__form" action={action}>
        {saved && <input type="hidden" name="saved" value={saved} />}
        {!saved && view !== 'next' && <input type="hidden" name="view" value={view} />}
        {address.text && <input type="hidden" name="q" value={address.text} />}
        {address.all && <input type="hidden" name="all" value="1" />}
        {address.grouped && <input type="hidden" name="group" value="entity" />}
        <div className="filterbox__fields">
          {choices.entities.length > 0 && view !== 'unknown' && (
            <SelectMore
              {...select('entities')}
              groups={choices.entities}
              none={[notSet, t('none.entities')]}
            />
          )}
          {choices.sectors.length > 0 && view !== 'unknown' && (
            <SelectMore {...select('sectors')} groups={[{ name: null, choices: choices.sectors }]} />
          )}
          <SelectMore
            {...select('governorates')}
            groups={governorates}
            none={[notSet, t('none.governorates')]}
          />
          <SelectMore {...select('topics')} groups={choices.topics} none={[notSet, t('none.topics')]} />
          {choices.assignees.length > 0 && view !== 'mine' && (
            <SelectMore {...select('assignees')} groups={choices.assignees} />
          )}
          <DaysField legend={t('filed')} names={['from', 'to']} days={address.filed} />
          <DaysField legend={t('due')} names={['dueFrom', 'dueTo']} days={address.due} />
          <Picks
            {...picks(
              'types',
              caseTypes.map((type) => [type, words(`type.${type}`)]),
            )}
          />
          {(view === 'next' || saved) && (
            <Picks
              {...picks(
                'states',
                listedStates.map((state) => [state, words(`state.${state}`)]),
              )}
            />
          )}
          <Picks
            {...picks(
              'importances',
              importances.map((one) => [one, words(`importance.${one}`)]),
            )}
          />
          <Picks
            {...picks(
              'pillars',
              pillars.map((pillar) => [pillar, words(`pillar.${pillar}`)]),
            )}
          />
          <Picks
            {...picks(
              'channels',
              channels.map((channel) => [channel, words(`channel.${channel}`)]),
            )}
          />
          <Picks
            {...picks(
              'levels',
              escalationLevels.map((level) => [level, more(`chip.levels.${level}`)]),
            )}
          />
          {view !== 'overdue' && (
            <div className="pick">
              <label>
                <input type="checkbox" name="overdue" value="1" defaultChecked={address.overdue} />
                <Icon name="overdue" />
                {t('overdueOnly')}
              </label>
            </div>
          )}
        </div>
        <div className="filterbox__foot">
          <button className="btn btn--primary btn--sm" type="submit">
            {t('apply')}
          </button>
          {count > 0 && (
            <a className="btn btn--quiet btn--sm" href={`${action}${writeAddress(address, noFilters)}`}>
              {t('clear')}
            </a>
          )}
        </div>
      </form>
    </details>
  );
}
