import { getTranslations } from 'next-intl/server';
import { type FragmentType, graphql, readFragment } from '../../graphql/generated/index.ts';
import type { Locale } from '../../i18n/locale.ts';

const scopeFragment = graphql(`
  fragment FigureScope_ProgrammeDetails on ProgrammeDetails {
    name
    restricted
  }
`);

interface Scope {
  locale: Locale;
  /** What the figures are of, by name; empty when they are of the whole country. */
  parts: readonly string[];
  programmes: readonly FragmentType<typeof scopeFragment>[];
}

/** Whose figures these are, and which programmes no public figure counts: the graph leaves them out of every answer. */
export async function scopeWords({ locale, parts, programmes }: Scope): Promise<string> {
  const t = await getTranslations({ locale, namespace: 'performance.scope' });
  const list = new Intl.ListFormat(locale, { type: 'conjunction' });
  const names = readFragment(scopeFragment, programmes)
    .filter(({ restricted }) => restricted)
    .map(({ name }) => name);
  return [
    parts.length > 0 ? t('part', { parts: list.format(parts) }) : t('national'),
    ...(names.length > 0 ? [t('without', { names: list.format(names) })] : []),
  ].join(' ');
}

/** The same as a line of a page, beside its figures. */
export async function FigureScope(scope: Scope) {
  return <p className="xs muted space-3">{await scopeWords(scope)}</p>;
}
