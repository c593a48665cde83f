import type { SubmitCaseInput } from '../../graphql/generated/graphql.ts';
import type { Locale } from '../../i18n/locale.ts';
import { type Draft, type Step, stepsOf } from './draft/draft.ts';

/** A finished draft as the graph wants it; null while answers are missing. */
export function toSubmission(
  draft: Draft,
  locale: Locale,
  files: readonly string[] = [],
): SubmitCaseInput | null {
  const { type, subject, text, anonymous } = draft;
  if (!type || !subject || !text || anonymous === undefined) return null;
  const asked = new Set(stepsOf(draft));
  const contact = {
    ...(draft.name && !anonymous && { name: draft.name }),
    ...(draft.phone && { phone: draft.phone }),
    ...(draft.email && { email: draft.email }),
  };
  const answers = {
    type,
    subject,
    text,
    anonymous,
    ...(draft.programme && { programme: draft.programme }),
    ...(asked.has('who') && draft.entity && { entityCode: draft.entity }),
    ...(asked.has('credit') && draft.creditedUnit && { creditedUnitId: draft.creditedUnit }),
    ...(asked.has('credit') && draft.creditedName && { creditedName: draft.creditedName }),
    ...(asked.has('category') && draft.category && { categoryCode: draft.category }),
    ...(asked.has('where') && draft.governorate && { governorateCode: draft.governorate }),
    ...(asked.has('where') && draft.district && { district: draft.district }),
    ...(asked.has('where') && draft.point && { point: draft.point }),
    ...(asked.has('similar') && draft.follows && { follows: draft.follows }),
    ...(draft.applicantKind && { applicantKind: draft.applicantKind }),
    ...(Object.keys(contact).length > 0 && { contact }),
    ...(files.length > 0 && { attachments: [...files] }),
  };
  return {
    ...answers,
    idempotencyKey: draft.key,
    channel: 'WEB',
    language: locale === 'ar' ? 'AR' : 'EN',
  };
}

const stepOfField: Record<string, Step> = {
  type: 'type',
  programme: 'type',
  subject: 'what',
  text: 'what',
  attachments: 'what',
  entityCode: 'who',
  creditedUnitId: 'credit',
  creditedName: 'credit',
  categoryCode: 'category',
  governorateCode: 'where',
  district: 'where',
  point: 'where',
  follows: 'similar',
  applicantKind: 'you',
  anonymous: 'you',
  contact: 'you',
};

/** The question to go back to for an error of the graph; null when it belongs to none. */
export function stepOf(field: readonly string[] | null): Step | null {
  return stepOfField[field?.[0] ?? ''] ?? null;
}
