'use server';

import { redirect } from 'next/navigation';
import { graphql } from '../../graphql/generated/index.ts';
import { mutate } from '../../graphql/server.ts';
import { isLocale } from '../../i18n/locale.ts';
import { readFields } from '../forms/form-result.ts';

const markDocument = graphql(`
  mutation MarkNotification($id: ID!, $read: Boolean!) {
    markNotificationRead(id: $id, read: $read) {
      userErrors {
        code
      }
    }
  }
`);

const markAllDocument = graphql(`
  mutation MarkAllNotifications {
    markAllNotificationsRead
  }
`);

const preferDocument = graphql(`
  mutation SetNotificationPreferences($input: NotificationPreferencesInput!) {
    setNotificationPreferences(input: $input) {
      userErrors {
        message
      }
    }
  }
`);

/** Marks one notification read or unread; comes back to the list, or goes on to the request it is about. */
export async function markNotification(form: FormData): Promise<void> {
  const fields = readFields(form);
  await mutate(markDocument, { id: fields.id ?? '', read: fields.read === 'yes' });
  const on = /^[\w-]+$/.test(fields.reference ?? '') ? `/track/${fields.reference}` : '/notifications';
  redirect(`/${localeOf(fields)}${on}`);
}

export async function markAllNotifications(form: FormData): Promise<void> {
  await mutate(markAllDocument, {});
  redirect(`/${localeOf(readFields(form))}/notifications`);
}

/** How the person wants to be told. */
export async function setPreferences(form: FormData): Promise<void> {
  const fields = readFields(form);
  const input = {
    email: fields.email === 'on',
    inApp: fields.inApp === 'on',
    language: fields.language === 'EN' ? ('EN' as const) : ('AR' as const),
  };
  const { data } = await mutate(preferDocument, { input });
  const saved = data && data.setNotificationPreferences.userErrors.length === 0 ? 'yes' : 'no';
  redirect(`/${localeOf(fields)}/notifications/preferences?saved=${saved}`);
}

function localeOf(fields: Record<string, string>): string {
  return isLocale(fields.locale) ? fields.locale : 'ar';
}
