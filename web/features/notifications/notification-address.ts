import { isLocale } from '../../i18n/locale.ts';

/** What the forms of notifications send beside what they change. */
export interface NotificationFields {
  locale?: string;
  /** `staff` within the workspace. */
  area?: string;
  /** The request to go on to; without one it is back to the list. */
  reference?: string;
}

/** Where a person comes to after a form of the notifications. */
export function addressAfter({ locale, area, reference = '' }: NotificationFields): string {
  const base = `/${isLocale(locale) ? locale : 'ar'}${area === 'staff' ? '/staff' : ''}`;
  if (!/^[\w-]+$/.test(reference)) return `${base}/notifications`;
  return `${base}/${area === 'staff' ? 'cases' : 'track'}/${reference}`;
}
