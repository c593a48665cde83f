import { toLatinDigits } from '@bekhedmetkom/text/digits';
import { readEmail } from '@bekhedmetkom/text/email';
import { lengthOf, mostUnits } from '@bekhedmetkom/text/length';
import { isBlank, normaliseLine, normaliseText } from '@bekhedmetkom/text/normalise';
import { readPhone } from '@bekhedmetkom/text/phone';
import { applicantKinds, isCaseType, programmes } from '../../ui/vocabulary.ts';
import { type Draft, limits, type Step } from './draft/draft.ts';
import { readPoint } from './place/read-point.ts';

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
    | 'entityMissing'
    | 'governorateMissing'
    | 'districtLong'
    | 'pointWrong'
    | 'pointOutside'
    | 'creditedNameLong'
    | 'identityMissing'
    | 'reachMissing'
    | 'nameLong'
    | 'phoneWrong'
    | 'emailWrong';
}

export type Reading = { answers: Partial<Draft> } | { problems: StepProblem[] };
type Fields = Readonly<Record<string, string | undefined>>;

/** Reads the boxes of one step. Pure; what needs the directory is checked when the request is sent. */
export function readStep(step: Step, fields: Fields): Reading {
  switch (step) {
    case 'type':
      return readType(fields);
    case 'what':
      return readWhat(fields);
    case 'who':
      return readWho(fields);
    case 'credit':
      return readCredit(fields);
    case 'category':
      return { answers: { category: fields.category || null } };
    case 'where':
      return readWhere(fields);
    case 'similar':
      return { answers: { follows: fields.follows || null } };
    case 'you':
      return readYou(fields);
    case 'check':
      return { answers: {} };
  }
}

/** The kind of request; those of a programme name it behind a dot: `REPORT.SMOKING`. */
function readType(fields: Fields): Reading {
  const [type, named] = (fields.type ?? '').split('.');
  const programme = programmes.find((one) => one === (named ?? 'GOVERNMENT_SERVICES'));
  return isCaseType(type) && programme ? { answers: { type, programme } } : wrong('type', 'typeMissing');
}

function readWhat(fields: Fields): Reading {
  const subject = normaliseLine(fields.subject ?? '');
  const text = normaliseText(fields.text ?? '');
  const problems: StepProblem[] = [];
  if (isBlank(subject)) problems.push({ field: 'subject', error: 'subjectMissing' });
  else if (lengthOf(subject) < limits.subject.min) problems.push({ field: 'subject', error: 'subjectShort' });
  else if (isTooLong(subject, limits.subject.max)) problems.push({ field: 'subject', error: 'subjectLong' });
  if (isBlank(text)) problems.push({ field: 'text', error: 'textMissing' });
  else if (isTooLong(text, limits.text.max)) problems.push({ field: 'text', error: 'textLong' });
  return problems.length > 0 ? { problems } : { answers: { subject, text } };
}

function readWho(fields: Fields): Reading {
  if (fields.entity === 'unknown') return { answers: { entity: null } };
  return fields.entity ? { answers: { entity: fields.entity } } : wrong('entity', 'entityMissing');
}

function readWhere(fields: Fields): Reading {
  const district = normaliseLine(fields.district ?? '');
  const point = readPoint(fields.point);
  const problems: StepProblem[] = [];
  if (!fields.governorate && !point) problems.push({ field: 'governorate', error: 'governorateMissing' });
  if (point === undefined) problems.push({ field: 'point', error: 'pointWrong' });
  if (isTooLong(district, limits.district.max)) problems.push({ field: 'district', error: 'districtLong' });
  if (problems.length > 0) return { problems };
  const governorate = fields.governorate && fields.governorate !== 'none' ? fields.governorate : null;
  return { answers: { governorate, district, point: point ?? null } };
}

function readCredit(fields: Fields): Reading {
  const creditedName = normaliseLine(fields.creditedName ?? '');
  if (isTooLong(creditedName, limits.creditedName.max)) return wrong('creditedName', 'creditedNameLong');
  return { answers: { creditedUnit: fields.creditedUnit || null, creditedName } };
}

function readYou(fields: Fields): Reading {
  const applicantKind = applicantKinds.find((kind) => kind === fields.applicantKind) ?? null;
  if (fields.identity !== 'named' && fields.identity !== 'anonymous')
    return wrong('identity', 'identityMissing');
  const anonymous = fields.identity === 'anonymous';
  const [phoneBox, emailBox] = anonymous ? ['quietPhone', 'quietEmail'] : ['phone', 'email'];
  const name = anonymous ? '' : normaliseLine(fields.name ?? '');
  // As it was written: the number and the address that are kept are read from it by the same rule.
  const phone = normaliseLine(toLatinDigits(fields[phoneBox] ?? ''));
  const email = normaliseLine(fields[emailBox] ?? '');
  const problems: StepProblem[] = [];
  if (isTooLong(name, limits.name.max)) problems.push({ field: 'name', error: 'nameLong' });
  if (email && readEmail(email) === null) problems.push({ field: emailBox, error: 'emailWrong' });
  if (phone && readPhone(phone) === null) problems.push({ field: phoneBox, error: 'phoneWrong' });
  const reachable = phone !== '' || email !== '' || fields.signedIn === 'yes';
  if (!anonymous && !reachable) problems.push({ field: emailBox, error: 'reachMissing' });
  return problems.length > 0 ? { problems } : { answers: { applicantKind, anonymous, name, phone, email } };
}

function isTooLong(text: string, max: number): boolean {
  return text.length > mostUnits(max) || lengthOf(text) > max;
}

function wrong(field: string, error: StepProblem['error']): Reading {
  return { problems: [{ field, error }] };
}
