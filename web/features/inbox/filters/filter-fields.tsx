/** Fields of the filter. They work without JavaScript: what is chosen already goes along in hidden fields. */
import { useTranslations } from 'next-intl';
import { useId } from 'react';
import type { Days } from '../address/inbox-address.ts';
import type { Choice } from './inbox-choices.ts';

export interface PicksProps {
  legend: string;
  name: string;
  /** Values and their words. */
  options: readonly (readonly [string, string])[];
  chosen: readonly string[];
}

/** A few values, each with a box. */
export function Picks({ legend, name, options, chosen }: PicksProps) {
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

interface SelectMoreProps {
  label: string;
  name: string;
  /** Null: without a heading. */
  groups: readonly { name: string | null; choices: readonly Choice[] }[];
  chosen: readonly string[];
  /** Value and words of “it has none yet”. */
  none?: readonly [string, string];
}

/** Many values, of which one more can be chosen at a time; those that are set go along and are taken away as chips. */
export function SelectMore({ label, name, groups, chosen, none }: SelectMoreProps) {
  const t = useTranslations('inbox.filter');
  const id = useId();
  const options = (choices: readonly Choice[]) =>
    choices
      .filter(({ value }) => !chosen.includes(value))
      .map(({ value, name: words }) => (
        <option key={value} value={value}>
          {words}
        </option>
      ));
  return (
    <div className="filterbox__select">
      <label htmlFor={id}>{label}</label>
      {chosen.map((value) => (
        <input key={value} type="hidden" name={name} value={value} />
      ))}
      <select className="select" id={id} name={name} defaultValue="">
        <option value="">{chosen.length > 0 ? t('more', { count: chosen.length }) : t('any')}</option>
        {none && options([{ value: none[0], name: none[1] }])}
        {groups.map((group) =>
          group.name === null ? (
            options(group.choices)
          ) : (
            <optgroup key={group.name} label={group.name}>
              {options(group.choices)}
            </optgroup>
          ),
        )}
      </select>
    </div>
  );
}

interface DaysFieldProps {
  legend: string;
  /** Parameters of the first and the last day. */
  names: readonly [string, string];
  days: Days;
}

/** The first and the last day of a period, either of them open. */
export function DaysField({ legend, names, days }: DaysFieldProps) {
  const t = useTranslations('inbox.filter');
  return (
    <fieldset className="filterbox__days">
      <legend>{legend}</legend>
      <label>
        {t('fromDay')}
        <input className="input" type="date" name={names[0]} defaultValue={days.from ?? ''} />
      </label>
      <label>
        {t('toDay')}
        <input className="input" type="date" name={names[1]} defaultValue={days.to ?? ''} />
      </label>
    </fieldset>
  );
}
