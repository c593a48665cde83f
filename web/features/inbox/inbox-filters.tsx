import { useTranslations } from 'next-intl';
import { Icon } from '../../ui/icon.tsx';
import { caseTypes, escalationLevels, importances, listedStates } from '../staff/vocabulary.ts';
import { filterCount, type InboxAddress, writeAddress } from './inbox-address.ts';

/** The filter: a plain form whose answer is the address. Views that fix the state do not offer it. */
export function InboxFilters({ address, action }: { address: InboxAddress; action: string }) {
  const t = useTranslations('inbox.filter');
  const more = useTranslations('inbox');
  const words = useTranslations('case');
  const count = filterCount(address);
  return (
    <details className="filterbox">
      <summary className="btn btn--second btn--sm">
        <Icon name="filter" />
        {count > 0 ? t('openCount', { count }) : t('open')}
      </summary>
      <form className="filterbox__form" action={action}>
        {address.saved && <input type="hidden" name="saved" value={address.saved} />}
        {!address.saved && address.view !== 'next' && (
          <input type="hidden" name="view" value={address.view} />
        )}
        {address.text && <input type="hidden" name="q" value={address.text} />}
        <Choices
          legend={t('type')}
          name="type"
          options={caseTypes.map((type) => [type, words(`type.${type}`)])}
          chosen={address.types}
        />
        {(address.view === 'next' || address.saved) && (
          <Choices
            legend={t('state')}
            name="state"
            options={listedStates.map((state) => [state, words(`state.${state}`)])}
            chosen={address.states}
          />
        )}
        <Choices
          legend={t('importance')}
          name="importance"
          options={importances.map((importance) => [importance, words(`importance.${importance}`)])}
          chosen={address.importances}
        />
        <Choices
          legend={t('level')}
          name="level"
          options={escalationLevels.map((level) => [level, more(`chip.levels.${level}`)])}
          chosen={address.levels}
        />
        {address.view !== 'overdue' && (
          <div className="pick">
            <label>
              <input type="checkbox" name="overdue" value="1" defaultChecked={address.overdue} />
              <Icon name="overdue" />
              {t('overdueOnly')}
            </label>
          </div>
        )}
        <div className="filterbox__foot">
          <button className="btn btn--primary btn--sm" type="submit">
            {t('apply')}
          </button>
          {count > 0 && (
            <a className="btn btn--quiet btn--sm" href={`${action}${cleared(address)}`}>
              {t('clear')}
            </a>
          )}
        </div>
      </form>
    </details>
  );
}

interface ChoicesProps {
  legend: string;
  name: string;
  options: readonly (readonly [string, string])[];
  chosen: readonly string[];
}

function Choices({ legend, name, options, chosen }: ChoicesProps) {
  return (
    <fieldset>
      <legend>{legend}</legend>
      <div className="pick">
        {options.map(([value, label]) => (
          <label key={value}>
            <input type="checkbox" name={name} value={value} defaultChecked={chosen.includes(value)} />
            {label}
          </label>
        ))}
      </div>
    </fieldset>
  );
}

/** The filters that are set, each a link that takes it away. */
export function ActiveFilters({ address, action }: { address: InboxAddress; action: string }) {
  const t = useTranslations('inbox.filter');
  const more = useTranslations('inbox');
  const words = useTranslations('case');
  const without: [string, Partial<InboxAddress>][] = [
    ...address.types.map((type): [string, Partial<InboxAddress>] => [
      words(`type.${type}`),
      { types: address.types.filter((one) => one !== type) },
    ]),
    ...address.states.map((state): [string, Partial<InboxAddress>] => [
      words(`state.${state}`),
      { states: address.states.filter((one) => one !== state) },
    ]),
    ...address.importances.map((importance): [string, Partial<InboxAddress>] => [
      words(`importance.${importance}`),
      { importances: address.importances.filter((one) => one !== importance) },
    ]),
  ];
  for (const level of address.levels) {
    without.push([more(`chip.levels.${level}`), { levels: address.levels.filter((one) => one !== level) }]);
  }
  if (address.overdue) without.push([t('overdueOnly'), { overdue: false }]);
  if (address.text) without.push([t('text', { text: address.text }), { text: '' }]);
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
    </ul>
  );
}

/** The query string of the view alone. */
export function cleared(address: InboxAddress): string {
  return writeAddress(address, {
    types: [],
    states: [],
    importances: [],
    levels: [],
    overdue: false,
    text: '',
  });
}
