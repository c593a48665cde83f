import { getRequestConfig } from 'next-intl/server';
import { formatLocales, isLocale, timeZone } from './locale.ts';
import { namespaces } from './namespaces.ts';

export default getRequestConfig(async ({ requestLocale }) => {
  const requested = await requestLocale;
  const locale = isLocale(requested) ? requested : 'ar';
  const messages = await Promise.all(
    namespaces.map(
      async (name) => [name, (await import(`../content/${locale}/${name}.json`)).default] as const,
    ),
  );
  // next-intl formats with the locale that it is given: ours says which digits and month names.
  return { locale: formatLocales[locale], messages: Object.fromEntries(messages), timeZone };
});
