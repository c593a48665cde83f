import { applicantKinds, isCaseType } from '../../ui/vocabulary.ts';
import { latinDigits } from '../forms/digits.ts';
import { type Draft, lengthOf, limits, type Step } from './draft.ts';

/** What is wrong with an answer: the box and the key of the sentence in `submit.error`. */
export interface StepProblem {
  field: string;
  error:
    | 'typeMissing'
    | 'subjectMissing'
    | 'subjectShort'
    | 'subjectLong'
    | 'textMissing'
    | 'textLong'
    | 'controls'
    | 'entityMissing'
    | 'governorateMissing'
    | 'districtLong'
    | 'identityMissing'
    | 'reachMissing'
    | 'nameLong'
    | 'phoneWrong'
    | 'emailWrong';
}

export type Reading = { answers: Partial<Draft> } | { problems: StepProblem[] };
type Fields = Readonly<Record<string, string | undefined>>;

// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for.
const controls = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f]/;

/** Reads the boxes of one step. Pure; what needs the directory is checked when the request is sent. */
export function readStep(step: Step, fields: Fields): Reading {
  switch (step) {
    case 'type':
      return isCaseType(fields.type) ? { answers: { type: fields.type } } : wrong('type', 'typeMissing');
    case 'what':
      return readWhat(fields);
    case 'who':
      return readWho(fields);
    case 'category':
      return { answers: { category: fields.category || null } };
    case 'where':
      return readWhere(fields);
    case 'you':
      return readYou(fields);
    case 'check':
      return { answers: {} };
  }
}

function readWhat(fields: Fields): Reading {
  const subject = (fields.subject ?? '').replace(/\s+/g, ' ').trim();
  const text = (fields.text ?? '').replace(/\r\n?/g, '\n').trim();
  const problems: StepProblem[] = [];
  if (subject === '') problems.push({ field: 'subject', error: 'subjectMissing' });
  else if (lengthOf(subject) < limits.subject.min) problems.push({ field: 'subject', error: 'subjectShort' });
  else if (lengthOf(subject) > limits.subject.max) problems.push({ field: 'subject', error: 'subjectLong' });
  else if (controls.test(subject)) problems.push({ field: 'subject', error: 'controls' });
  if (text === '') problems.push({ field: 'text', error: 'textMissing' });
  else if (lengthOf(text) > limits.text.max) problems.push({ field: 'text', error: 'textLong' });
  else if (controls.test(text)) problems.push({ field: 'text', error: 'controls' });
  return problems.length > 0 ? { problems } : { answers: { subject, text } };
}

function readWho(fields: Fields): Reading {
  if (fields.entity === 'unknown') return { answers: { entity: null } };
  return fields.entity ? { answers: { entity: fields.entity } } : wrong('entity', 'entityMissing');
}

function readWhere(fields: Fields): Reading {
  const district = (fields.district ?? '').replace(/\s+/g, ' ').trim();
  if (!fields.governorate) return wrong('governorate', 'governorateMissing');
  if (lengthOf(district) > limits.district.max) return wrong('district', 'districtLong');
  const governorate = fields.governorate === 'none' ? null : fields.governorate;
  return { answers: { governorate, district } };
}

function readYou(fields: Fields): Reading {
  const applicantKind = applicantKinds.find((kind) => kind === fields.applicantKind) ?? null;
  if (fields.identity !== 'named' && fields.identity !== 'anonymous')
    return wrong('identity', 'identityMissing');
  const anonymous = fields.identity === 'anonymous';
  const name = anonymous ? '' : (fields.name ?? '').replace(/\s+/g, ' ').trim();
  const phone = latinDigits(fields.phone ?? '').trim();
  const email = (fields.email ?? '').trim();
  const problems: StepProblem[] = [];
  if (lengthOf(name) > limits.name.max) problems.push({ field: 'name', error: 'nameLong' });
  if (phone && !looksLikePhone(phone)) problems.push({ field: 'phone', error: 'phoneWrong' });
  if (email && !looksLikeEmail(email)) problems.push({ field: 'email', error: 'emailWrong' });
  const reachable = phone !== '' || email !== '' || fields.signedIn === 'yes';
  if (!anonymous && !reachable) problems.push({ field: 'phone', error: 'reachMissing' });
  return problems.length > 0 ? { problems } : { answers: { applicantKind, anonymous, name, phone, email } };
}

/** Only what no phone number can be; the complaint program knows the rest. */
function looksLikePhone(typed: string): boolean {
  const digits = typed.replace(/[\s().\-/\u200e\u200f]/g, '');
  return /^(\+|00)?\d{8,15}$/.test(digits);
}

function looksLikeEmail(typed: string): boolean {
  return typed.length <= 254 && /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(typed);
}

function wrong(field: string, error: StepProblem['error']): Reading {
  return { problems: [{ field, error }] };
}
