import { useTranslations } from 'next-intl';
import { Icon } from '../../../ui/icon.tsx';
import { type Days, type InboxAddress, isNarrow, writeAddress } from '../address/inbox-address.ts';
import { type ListName, listNames, notSet } from '../address/list-filters.ts';
import type { InboxChoices } from './inbox-choices.ts';

interface ActiveFiltersProps {
  address: InboxAddress;
  action: string;
  choices: InboxChoices;
  /** Closed cases that the search finds besides those of the list. */
  closed: number;
}

/** The filters that are set, each a link that takes it away; and the way to closed cases, where a search finds some. */
export function ActiveFilters({ address, action, choices, closed }: ActiveFiltersProps) {
  const t = useTranslations('inbox.filter');
  const nameOf = useNames(choices);
  const without: [string, Partial<InboxAddress>][] = listNames.flatMap((list) =>
    address[list].map((value): [string, Partial<InboxAddress>] => [
      nameOf(list, value),
      { [list]: address[list].filter((one) => one !== value) },
    ]),
  );
  const nothing: Days = { from: null, to: null };
  const daysOf = ({ from, to }: Days) => ({ from: from ?? '…', to: to ?? '…' });
  if (address.overdue) without.push([t('overdueOnly'), { overdue: false }]);
  if (isNarrow(address.filed)) without.push([t('filedDays', daysOf(address.filed)), { filed: nothing }]);
  if (isNarrow(address.due)) without.push([t('dueDays', daysOf(address.due)), { due: nothing }]);
  if (address.text) without.push([t('text', { text: address.text }), { text: '' }]);
  if (address.all) without.push([t('all'), { all: false }]);
  if (without.length === 0) return null;
  return (
    <ul className="filtered">
      {without.map(([name, change]) => (
        <li key={name}>
          <a href={`${action}${writeAddress(address, change)}`}>
            <span className="sr">{t('remove', { name })}</span>
            <bdi aria-hidden="true">{name}</bdi>
            <Icon name="close" />
          </a>
        </li>
      ))}
      {closed > 0 && (
        <li>
          <a className="filtered__closed" href={`${action}${writeAddress(address, { all: true })}`}>
            {t('closedToo', { count: closed })}
          </a>
        </li>
      )}
    </ul>
  );
}

/** The words of each value; a code that nothing is known of stands for itself. */
function useNames(choices: InboxChoices): (list: ListName, value: string) => string {
  const t = useTranslations('inbox.filter');
  const more = useTranslations('inbox');
  const words = useTranslations('case');
  const named = {
    entities: choices.entities.flatMap((group) => group.choices),
    sectors: choices.sectors,
    governorates: choices.governorates,
    topics: choices.topics.flatMap((group) => group.choices),
    assignees: choices.assignees.flatMap((group) => group.choices),
  };
  return (list, value) => {
    switch (list) {
      case 'types':
        return words(`type.${value}` as 'type.COMPLAINT');
      case 'states':
        return words(`state.${value}` as 'state.SUBMITTED');
      case 'importances':
        return words(`importance.${value}` as 'importance.HIGH');
      case 'pillars':
        return words(`pillar.${value}` as 'pillar.TIME');
      case 'channels':
        return words(`channel.${value}` as 'channel.WEB');
      case 'levels':
        return more(`chip.levels.${value}` as 'chip.levels.L1');
      case 'sectors':
      case 'assignees':
        return (
          named[list].find((choice) => choice.value === value)?.name ??
          t('unknownValue', { list: t(`list.${list}`) })
        );
      default:
        if (value === notSet) return t(`none.${list}`);
        return named[list].find((choice) => choice.value === value)?.name ?? value;
    }
  };
}
