/** Every place of the staff area that the viewer can go to, as commands. */
import type { Locale } from '../../i18n/locale.ts';
import { otherLocale } from '../../i18n/locale.ts';
import type { InboxView } from '../inbox/address/inbox-address.ts';
import type { SavedView } from '../inbox/address/saved-filter.ts';
import type { Command } from '../palette/commands.ts';
import type { AdministrationPage } from './staff-post.ts';

interface Places {
  language: Locale;
  views: readonly InboxView[];
  saved: readonly Pick<SavedView, 'id' | 'name'>[];
  parts: boolean;
  identity: boolean;
  watchesAll: boolean;
  administration: readonly AdministrationPage[];
  /** The words of a view, of a page of administration, of what the palette names itself. */
  viewName(view: InboxView | 'parts' | 'identity'): string;
  pageName(page: AdministrationPage): string;
  ownName(name: 'wall' | 'language'): string;
}

/** In the order of the rail. */
export function placesOf(places: Places): Command[] {
  const { language, viewName, pageName, ownName } = places;
  const base = `/${language}/staff`;
  const commands: Command[] = places.views.map((view) => {
    const own = view === 'review' || view === 'scoring';
    const query = view === 'next' ? '' : `?view=${view}`;
    return {
      id: `view-${view}`,
      group: 'go',
      label: viewName(view),
      href: own ? `${base}/${view}` : `${base}/inbox${query}`,
    };
  });
  if (places.parts)
    commands.push({ id: 'parts', group: 'go', label: viewName('parts'), href: `${base}/parts` });
  if (places.identity)
    commands.push({ id: 'identity', group: 'go', label: viewName('identity'), href: `${base}/identity` });
  for (const { id, name } of places.saved) {
    const href = `${base}/inbox?saved=${encodeURIComponent(id)}`;
    commands.push({ id: `saved-${id}`, group: 'go', label: name, href });
  }
  for (const page of places.administration) {
    commands.push({ id: page, group: 'go', label: pageName(page), href: `${base}/${page}` });
  }
  const other = `/${otherLocale(language)}/staff/inbox`;
  if (places.watchesAll) {
    commands.push({
      id: 'wall',
      group: 'go',
      label: ownName('wall'),
      href: `/${language}/wall`,
      whole: true,
    });
  }
  commands.push({ id: 'language', group: 'go', label: ownName('language'), href: other, whole: true });
  return commands;
}
