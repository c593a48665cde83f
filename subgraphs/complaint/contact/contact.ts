/** How an applicant may be reached, checked and brought to one form. */
import { readEmail } from '@bekhedmetkom/text/email';
import { isBlank } from '@bekhedmetkom/text/normalise';
import { readPhone } from '@bekhedmetkom/text/phone';
import type { Refusal } from '../case/case.ts';
import { readText } from '../wording/written-text.ts';

export interface Contact {
  name: string | null;
  /** E.164, e.g. `+962791234567`. */
  phone: string | null;
  email: string | null;
}

export interface ContactFields {
  name?: string | null;
  phone?: string | null;
  email?: string | null;
}

/**
 * The contact an applicant left, or what is wrong with it. An anonymous applicant's name is dropped before
 * anything looks at it; a phone number or e-mail may be left to be told of the answer.
 */
export function readContact(
  fields: ContactFields | null | undefined,
  anonymous: boolean,
): { contact: Contact; refusals: Refusal[] } {
  const refusals: Refusal[] = [];
  const contact: Contact = { name: null, phone: null, email: null };
  if (fields?.name && !isBlank(fields.name) && !anonymous) {
    const name = readText(fields.name, { field: ['contact', 'name'], min: 1, max: 120, oneLine: true });
    if ('refused' in name) refusals.push(name);
    else contact.name = name.text;
  }
  if (fields?.phone && !isBlank(fields.phone)) {
    contact.phone = readPhone(fields.phone);
    if (!contact.phone) refusals.push({ refused: 'INVALID_PHONE', field: ['contact', 'phone'] });
  }
  if (fields?.email && !isBlank(fields.email)) {
    contact.email = readEmail(fields.email);
    if (!contact.email) refusals.push({ refused: 'INVALID_EMAIL', field: ['contact', 'email'] });
  }
  return { contact, refusals };
}

/** Whether a message can be sent. */
export function isReachable(contact: Contact): boolean {
  return contact.phone !== null || contact.email !== null;
}
