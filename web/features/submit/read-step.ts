import { readEmail } from '@bekhedmetkom/text/email';
import { lengthOf } from '@bekhedmetkom/text/length';
import { isBlank, normaliseLine, normaliseText } from '@bekhedmetkom/text/normalise';
import { readPhone } from '@bekhedmetkom/text/phone';
import { governorateAt } from '../../ui/jordan-map/governorate-at.ts';
import { applicantKinds, isCaseType, programmes } from '../../ui/vocabulary.ts';
import { type Draft, limits, type Step } from './draft.ts';
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
  else if (lengthOf(subject) > limits.subject.max) problems.push({ field: 'subject', error: 'subjectLong' });
  if (isBlank(text)) problems.push({ field: 'text', error: 'textMissing' });
  else if (lengthOf(text) > limits.text.max) problems.push({ field: 'text', error: 'textLong' });
  return problems.length > 0 ? { problems } : { answers: { subject, text } };
}

function readWho(fields: Fields): Reading {
  if (fields.entity === 'unknown') return { answers: { entity: null } };
  return fields.entity ? { answers: { entity: fields.entity } } : wrong('entity', 'entityMissing');
}

function readWhere(fields: Fields): Reading {
  const district = normaliseLine(fields.district ?? '');
  const point = readPoint(fields.point);
  const found = point ? governorateAt(point) : null;
  const problems: StepProblem[] = [];
  if (!fields.governorate && !point) problems.push({ field: 'governorate', error: 'governorateMissing' });
  if (point === undefined) problems.push({ field: 'point', error: 'pointWrong' });
  if (found === 'outside') problems.push({ field: 'point', error: 'pointOutside' });
  if (lengthOf(district) > limits.district.max) problems.push({ field: 'district', error: 'districtLong' });
  if (problems.length > 0) return { problems };
  // The point says more than the choice: where the two disagree, the point is believed.
  const chosen = fields.governorate && fields.governorate !== 'none' ? fields.governorate : null;
  const governorate = found && found !== 'near' ? found : chosen;
  return { answers: { governorate, district, point: point ?? null } };
}

function readCredit(fields: Fields): Reading {
  const creditedName = normaliseLine(fields.creditedName ?? '');
  if (lengthOf(creditedName) > limits.creditedName.max) return wrong('creditedName', 'creditedNameLong');
  return { answers: { creditedUnit: fields.creditedUnit || null, creditedName } };
}

function readYou(fields: Fields): Reading {
  const applicantKind = applicantKinds.find((kind) => kind === fields.applicantKind) ?? null;
  if (fields.identity !== 'named' && fields.identity !== 'anonymous')
    return wrong('identity', 'identityMissing');
  const anonymous = fields.identity === 'anonymous';
  const name = anonymous ? '' : normaliseLine(fields.name ?? '');
  const phone = normaliseLine(fields.phone ?? '');
  const email = normaliseLine(fields.email ?? '');
  const problems: StepProblem[] = [];
  if (lengthOf(name) > limits.name.max) problems.push({ field: 'name', error: 'nameLong' });
  if (phone && !readPhone(phone)) problems.push({ field: 'phone', error: 'phoneWrong' });
  if (email && !readEmail(email)) problems.push({ field: 'email', error: 'emailWrong' });
  const reachable = phone !== '' || email !== '' || fields.signedIn === 'yes';
  if (!anonymous && !reachable) problems.push({ field: 'phone', error: 'reachMissing' });
  return problems.length > 0 ? { problems } : { answers: { applicantKind, anonymous, name, phone, email } };
}

function wrong(field: string, error: StepProblem['error']): Reading {
  return { problems: [{ field, error }] };
}
