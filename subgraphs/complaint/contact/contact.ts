/** How an applicant may be reached, checked and brought to one form. */
import type { Refusal } from '../case/case.ts';
import { latinDigits } from '../reference/crockford.ts';
import { readText } from '../submission/written-text.ts';

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

const mail = /^[^\s@"'<>(),;:\\]+@[a-z0-9](?:[a-z0-9-]*[a-z0-9])?(?:\.[a-z0-9](?:[a-z0-9-]*[a-z0-9])?)+$/i;

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
  if (fields?.name?.trim() && !anonymous) {
    const name = readText(fields.name, { field: ['contact', 'name'], min: 1, max: 120, oneLine: true });
    if ('refused' in name) refusals.push(name);
    else contact.name = name.text;
  }
  if (fields?.phone?.trim()) {
    contact.phone = readPhone(fields.phone);
    if (!contact.phone) refusals.push({ refused: 'INVALID_PHONE', field: ['contact', 'phone'] });
  }
  if (fields?.email?.trim()) {
    contact.email = readEmail(fields.email);
    if (!contact.email) refusals.push({ refused: 'INVALID_EMAIL', field: ['contact', 'email'] });
  }
  return { contact, refusals };
}

/** Whether a message can be sent. */
export function isReachable(contact: Contact): boolean {
  return contact.phone !== null || contact.email !== null;
}

/** A number in E.164; local numbers are Jordanian. Null when it is none. */
export function readPhone(typed: string): string | null {
  if (typed.length > 40) return null;
  const digits = latinDigits(typed)
    .replace(/[\s\u00a0().\-/\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, '')
    .replace(/^00/, '+');
  const international = /^0(7[789]\d{7}|[2356]\d{7})$/.test(digits) ? `+962${digits.slice(1)}` : digits;
  if (international.startsWith('+962')) {
    return /^\+962(7[789]\d{7}|[2356]\d{7})$/.test(international) ? international : null;
  }
  return /^\+[1-9]\d{7,14}$/.test(international) ? international : null;
}

function readEmail(typed: string): string | null {
  const address = typed.replace(/[\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, '').trim();
  return address.length <= 254 && address.indexOf('@') <= 64 && mail.test(address) ? address : null;
}
