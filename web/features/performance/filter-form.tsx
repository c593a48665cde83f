import { getTranslations } from 'next-intl/server';
import type { Locale } from '../../i18n/locale.ts';
import type { FiguresChoice } from './choice.ts';
import { periods } from './period.ts';

interface Named {
  code: string;
  name: string;
}

interface Props {
  locale: Locale;
  choice: FiguresChoice;
  sectors: readonly Named[];
  governorates: readonly Named[];
}

/** A plain form: the choice stands in the address. */
export async function FilterForm({ locale, choice, sectors, governorates }: Props) {
  const t = await getTranslations();
  const select = (name: string, label: string, value: string, options: readonly Named[]) => (
    <label>
      {label}
      <select className="select" name={name} defaultValue={value}>
        {options.map((option) => (
          <option key={option.code} value={option.code}>
            {option.name}
          </option>
        ))}
      </select>
    </label>
  );
  return (
    <form className="filters space-4" action={`/${locale}/performance`}>
      {select(
        'period',
        t('performance.period'),
        choice.period,
        periods.map((code) => ({ code, name: t(`performance.periods.${code}`) })),
      )}
      {select('sector', t('performance.sector'), choice.sector ?? '', [
        { code: '', name: t('performance.allSectors') },
        ...sectors,
      ])}
      {select('governorate', t('performance.governorate'), choice.governorate ?? '', [
        { code: '', name: t('performance.allGovernorates') },
        ...governorates,
      ])}
      <button type="submit" className="btn btn--second">
        {t('common.apply')}
      </button>
    </form>
  );
}
