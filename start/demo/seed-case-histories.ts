import { openSigner, type Viewer } from '@bekhedmetkom/platform/auth';
import { StartupError } from '@bekhedmetkom/platform/errors';
import { toGlobalId } from '@bekhedmetkom/platform/subgraph';
import people from '@bekhedmetkom/schema/demo/people.json' with { type: 'json' };
import { type Life, lives } from './lives.ts';
import { loadCannedAnswers } from './load-canned-answers.ts';
import { retry } from './retry.ts';
import { dayAfter, type Known, type Step } from './steps.ts';

/** How people of the demonstration reach their cases: as themselves, at the door that the gateway uses. */
export interface PeopleAccess {
  complaintUrl: string;
  internalPrivateKey: string;
}

interface CaseNow {
  id: string;
  reference: string;
  version: number;
  sla: { dueAt: string | null };
}
interface Payload {
  case: CaseNow | null;
  userErrors: { code: string; message: string }[];
}
type Ask = <T>(username: string, query: string, variables?: object) => Promise<T>;

const fields = 'case { id reference version sla { dueAt } } userErrors { code message }';
const maxDays = 14;

/**
 * Files the demonstration's cases of today and lets people work on them. Done again, it goes on where it stopped:
 * a case's version says how many steps it has behind it.
 */
export async function seedCaseHistories(
  access: PeopleAccess,
  onProgress: (text: string) => void,
): Promise<void> {
  const ask = await openDoor(access);
  await loadCannedAnswers(ask);
  const scores = await readScores(ask);
  const references = new Map<string, string>();
  const postOf = (key: string) => toGlobalId('Post', key);
  const referenceOf = (life: string) => references.get(life) ?? '';
  for (const [index, life] of lives.entries()) {
    onProgress(`today: ${index + 1} of ${lives.length}`);
    const filed = await submit(ask, life);
    references.set(life.key, filed.reference);
    const rest = live(ask, life, filed, { referenceOf, postOf, scores });
    // What an interrupted start began may have gone on since, without us: then it stays as it is.
    await (filed.version === 1 ? rest : rest.catch(() => {}));
  }
}

/** Takes the steps that a case does not have behind it. */
async function live(
  ask: Ask,
  { steps, asides = [] }: Life,
  filed: CaseNow,
  around: Pick<Known, 'referenceOf' | 'postOf' | 'scores'>,
): Promise<void> {
  let kase = filed;
  for (const step of steps.slice(filed.version - 1)) {
    const known = { ...around, reference: kase.reference, dueAt: kase.sla.dueAt };
    kase = await take(ask, step, kase, known);
  }
  if (filed.version > 1) return;
  for (const aside of asides) {
    const known = { ...around, reference: kase.reference, dueAt: kase.sla.dueAt };
    await take(ask, aside, kase, known);
  }
}

async function openDoor({ complaintUrl, internalPrivateKey }: PeopleAccess): Promise<Ask> {
  const signer = await openSigner(internalPrivateKey);
  return <T>(username: string, query: string, variables: object = {}) => {
    const sign = async () => ({ 'x-internal-identity': await signer.sign(viewerOf(username), 'complaint') });
    return retry<T>(complaintUrl, sign, { query, variables }, username);
  };
}

function viewerOf(username: string): Viewer {
  const { subject, role, entity: scope } = personOf(username);
  const grants = role === null ? [] : [{ role, scope }];
  return { kind: 'person', subject, grants, language: 'ar', client: null };
}

function personOf(username: string): (typeof people)[number] {
  const person = people.find((one) => one.username === username);
  if (!person) throw new RangeError(`there is no ${username}`);
  return person;
}

async function submit(ask: Ask, life: Life): Promise<CaseNow> {
  const byAgent = life.applicant.startsWith('agent');
  const { names, email } = personOf(life.applicant);
  const contact = byAgent
    ? { name: 'سعاد العمري', phone: '+962790000017', email: 'suad@example.jo' }
    : { name: names.ar, ...(email && { email }) };
  const { submitCase } = await ask<{ submitCase: Payload }>(
    life.applicant,
    `mutation ($input: SubmitCaseInput!) { submitCase(input: $input) { ${fields} } }`,
    {
      input: {
        type: life.type,
        subject: life.subject,
        text: life.text,
        entityCode: life.entity,
        categoryCode: life.category,
        governorateCode: life.governorate,
        channel: byAgent ? 'CONTACT_CENTRE' : 'WEB',
        language: 'AR',
        anonymous: false,
        idempotencyKey: `demonstration-${life.key}`,
        contact,
      },
    },
  );
  return accepted(submitCase, life.key);
}

async function take(ask: Ask, step: Step, kase: CaseNow, known: Known): Promise<CaseNow> {
  const names = step.by === 'STAFF' ? { caseId: kase.id } : { reference: kase.reference };
  const version = unversioned.has(step.mutation) ? {} : { expectedVersion: kase.version };
  const input: Record<string, unknown> = { ...names, ...version, ...step.input(known) };
  for (let day = 0; ; day += 1) {
    const payload = await mutate(ask, step, input);
    // A day that is promised must be a working one: the next is tried.
    if (isDone(payload, kase)) return payload.case;
    if (!isDayOff(payload) || day === maxDays) {
      return accepted(payload, `${step.mutation} of ${kase.reference}`);
    }
    for (const field of ['dueOn', 'promisedOn']) {
      if (field in input) input[field] = dayAfter(`${String(input[field])}T09:00:00Z`);
    }
  }
}

async function mutate(ask: Ask, { who, mutation }: Step, input: object): Promise<Payload> {
  const type = `${mutation[0]?.toUpperCase()}${mutation.slice(1)}Input!`;
  const named = plain.has(mutation) ? 'CaseActionInput!' : type;
  const data = await ask<Record<string, Payload>>(
    who,
    `mutation ($input: ${named}) { ${mutation}(input: $input) { ${fields} } }`,
    { input },
  );
  return data[mutation] ?? { case: null, userErrors: [] };
}

/** An attempt whose reply was lost had done it. */
function isDone(payload: Payload, before: CaseNow): payload is Payload & { case: CaseNow } {
  return payload.userErrors[0]?.code === 'CONFLICT' && payload.case?.version === before.version + 1;
}

function isDayOff({ userErrors }: Payload): boolean {
  return ['INTERIM_NOT_WORKING', 'PROMISE_NOT_WORKING'].includes(userErrors[0]?.code ?? '');
}

/** Mutations that decide nothing about the case. */
const unversioned: ReadonlySet<string> = new Set(['addFollowUp', 'addNote']);
/** Mutations that need no more than the case. */
const plain: ReadonlySet<string> = new Set(['startCase', 'approveInterimReply', 'approveRejection']);

function accepted({ case: kase, userErrors }: Payload, what: string): CaseNow {
  const refused = userErrors[0];
  if (refused || !kase) {
    throw new StartupError(`The demonstration's ${what} was refused: ${refused?.message ?? 'no case'}`);
  }
  return kase;
}

async function readScores(ask: Ask): Promise<Known['scores']> {
  const { rubric } = await ask<{ rubric: { criteria: { key: string; max: number }[] } }>(
    'quality.1',
    '{ rubric { criteria { key max } } }',
  );
  return rubric.criteria.map(({ key, max }) => ({ criterion: key, points: Math.max(0, max - 1) }));
}
