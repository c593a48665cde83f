import { describe, expect, it } from 'vitest';
import { bodyHashOf } from './body-hash.ts';
import type { SubmissionFields } from './submission.ts';

const fields: SubmissionFields = {
  idempotencyKey: 'one-key-of-mine',
  type: 'COMPLAINT',
  subject: 'Long wait',
  text: 'I waited four hours.',
  channel: 'WEB',
  anonymous: false,
  language: 'en',
  contact: { phone: '0791234567' },
  attachments: ['a', 'b'],
};
const same = (more: Partial<SubmissionFields>) =>
  bodyHashOf({ ...fields, ...more }).equals(bodyHashOf(fields));

describe('the hash of a submission', () => {
  it.each([
    ['the language of the reply', { language: 'ar' as const }],
    ['the channel', { channel: 'MOBILE' as const }],
    ['the key', { idempotencyKey: 'another-key' }],
    [
      'fields without a value',
      { district: '', entityCode: null, contact: { phone: '0791234567', email: '' } },
    ],
    ['white space', { text: ' I waited\r\nfour hours. ' }],
    ['the order of files', { attachments: ['b', 'a'] }],
  ])('does not depend on %s', (_, more) => expect(same(more)).toBe(true));

  it.each([
    ['subject', { subject: 'Longer wait' }],
    ['text', { text: 'I waited five hours.' }],
    ['anonymity', { anonymous: true }],
    ['contact', { contact: { phone: '0791234568' } }],
    ['files', { attachments: ['a'] }],
    ['type', { type: 'INQUIRY' as const }],
  ])('depends on the %s', (_, more) => expect(same(more)).toBe(false));
});
