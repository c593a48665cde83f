/** Contacts at rest, sealed and bound to their case. */
import type { Contact } from './contact.ts';
import { openTextSeal } from './sealed-text.ts';

export interface ContactSeal {
  /** Nonce, tag and ciphertext; null when there is nothing to keep. */
  seal(caseId: string, contact: Contact): Buffer | null;
  /** Throws when the bytes were changed, belong to another case, or the key is another one. */
  open(caseId: string, sealed: Buffer): Contact;
}

/** Seals with a key of 32 bytes. */
export function openContactSeal(bytes: Uint8Array): ContactSeal {
  const text = openTextSeal(bytes);
  return {
    seal(caseId, contact) {
      if (contact.name === null && contact.phone === null && contact.email === null) return null;
      return text.seal(caseId, JSON.stringify(contact));
    },
    open: (caseId, sealed) => JSON.parse(text.open(caseId, sealed)) as Contact,
  };
}
