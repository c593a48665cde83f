import { getTranslations } from 'next-intl/server';
import type { Locale } from '../../i18n/locale.ts';
import { Icon } from '../../ui/icon.tsx';
import { caseTypes, typeIcons } from '../../ui/vocabulary.ts';

/** The five kinds of request, and the telephone. */
export async function TypesList({ locale }: { locale: Locale }) {
  const t = await getTranslations();
  return (
    <ul className="types">
      {caseTypes.map((type) => (
        <li key={type}>
          <a href={`/${locale}/submit/start?type=${type}`}>
            <span className="ic">
              <Icon name={typeIcons[type]} />
            </span>
            <span>
              <b>{t(`case.type.${type}`)}</b>
              <span>{t(`case.typeHint.${type}`)}</span>
            </span>
            <Icon name="next" />
          </a>
        </li>
      ))}
      <li>
        <a href="tel:+96265008080">
          <span className="ic">
            <Icon name="phone" />
          </span>
          <span>
            <b>{t('home.phone')}</b>
            <span>
              {t.rich('home.phoneHint', {
                number: () => (
                  <bdi dir="ltr" key="number">
                    06 500 8080
                  </bdi>
                ),
              })}
            </span>
          </span>
          <Icon name="next" />
        </a>
      </li>
    </ul>
  );
}
