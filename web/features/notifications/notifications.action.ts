'use server';

import { redirect } from 'next/navigation';
import { graphql } from '../../graphql/generated/index.ts';
import { mutate } from '../../graphql/server.ts';
import { readFields } from '../forms/form-result.ts';
import { addressAfter } from './notification-address.ts';

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
  redirect(addressAfter(fields));
}

/** Marks what was told of a case as read, and goes on to the case. */
export async function openNotifications(form: FormData): Promise<void> {
  const ids = form.getAll('id').filter((id) => typeof id === 'string');
  await Promise.all(ids.map((id) => mutate(markDocument, { id, read: true })));
  redirect(addressAfter(readFields(form)));
}

export async function markAllNotifications(form: FormData): Promise<void> {
  await mutate(markAllDocument, {});
  redirect(addressAfter(readFields(form)));
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
  const list = addressAfter({ locale: fields.locale, area: fields.area });
  redirect(`${list}${fields.area === 'staff' ? '' : '/preferences'}?saved=${saved}`);
}
