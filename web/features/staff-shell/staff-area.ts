/** What every page of the staff area needs to know before it draws anything. */
import { notFound, redirect } from 'next/navigation';
import { setRequestLocale } from 'next-intl/server';
import { isLocale, type Locale } from '../../i18n/locale.ts';
import { requireViewer, type Viewer } from '../../session/viewer.ts';

export interface StaffArea {
  language: Locale;
  viewer: Viewer;
}

/**
 * The language of the page and the staff member who looks at it. Visitors are sent to sign in and come back to
 * `path` (below `/{locale}`); people without a post are told that there is nothing here for them.
 */
export async function enterStaffArea(params: Promise<{ locale: string }>, path: string): Promise<StaffArea> {
  const { locale } = await params;
  if (!isLocale(locale)) notFound();
  setRequestLocale(locale);
  const viewer = await requireViewer(locale, `/${locale}${path}`);
  if (viewer.posts.length === 0 && path !== '/staff') redirect(`/${locale}/staff`);
  return { language: locale, viewer };
}
