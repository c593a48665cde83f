/** What the tests ask of the graph. */
import { randomUUID } from 'node:crypto';
import type { Viewer } from '@bekhedmetkom/platform/auth';
import { toGlobalId } from '@bekhedmetkom/platform/subgraph';
import type { Complaint } from './open-complaint.ts';
import { mainFocalPoint, nobody, reviewer, subFocalPoint } from './viewers.ts';

const caseFields = `
  id reference version type state programme subject text category { code } entity { code }
  governorate { code } district channel applicantKind anonymous importance pillar submittedAt
  holder { id } cycle imported actions
  sla { status acknowledgeBy acknowledgedAt dueAt originalDueAt remainingWorkingMinutes remainingWorkingDays }
  answer { text outcome publishedAt }
  proposedAnswer { text outcome returnedBecause byViewer by { id } }
  rating { score solved comment }`;
const payload = `{ case { ${caseFields} } userErrors { field code message } }`;

export const submit = `mutation ($input: SubmitCaseInput!) {
  submitCase(input: $input) { case { ${caseFields} } secret userErrors { field code message } } }`;
export const classify = `mutation ($input: ClassifyCaseInput!) { classifyCase(input: $input) ${payload} }`;
export const start = `mutation ($input: CaseActionInput!) { startCase(input: $input) ${payload} }`;
export const propose = `mutation ($input: ProposeAnswerInput!) { proposeAnswer(input: $input) ${payload} }`;
export const approve = `mutation ($input: ApproveAnswerInput!) { approveAnswer(input: $input) ${payload} }`;
export const giveBack = `mutation ($input: ReturnAnswerInput!) { returnAnswer(input: $input) ${payload} }`;
export const rate = `mutation ($input: RateCaseInput!) { rateCase(input: $input) ${payload} }`;
export const one = `query ($id: ID!) { case(id: $id) { ${caseFields} } }`;
export const track = `query ($reference: String!, $secret: String!) {
  trackCase(reference: $reference, secret: $secret) { ${caseFields} } }`;
export const list = `query ($filter: CaseFilter, $orderBy: CaseOrder, $first: Int, $after: Cursor) {
  cases(filter: $filter, orderBy: $orderBy, first: $first, after: $after) {
    edges { cursor node { id reference state subject } } pageInfo { hasNextPage endCursor } totalCount } }`;

/** An input that passes, with what a test changes of it. */
export function submission(more: object = {}) {
  return {
    idempotencyKey: randomUUID(),
    type: 'COMPLAINT',
    subject: 'Long wait at the clinic',
    text: 'I waited four hours at the clinic in Amman and was sent home.',
    entityCode: 'MOH',
    categoryCode: 'WAIT',
    governorateCode: 'AMMAN',
    channel: 'WEB',
    anonymous: false,
    language: 'EN',
    ...more,
  };
}

export const postId = (key: string): string => toGlobalId('Post', key);

/** Submits, and gives the case and its secret. */
export async function file(complaint: Complaint, viewer: Viewer = nobody, more: object = {}) {
  const { data } = await complaint.ask(viewer, submit, { input: submission(more) });
  const { case: kase, secret, userErrors } = data.submitCase;
  if (!kase) throw new Error(JSON.stringify(userErrors));
  return { ...kase, secret };
}

type Filed = Awaited<ReturnType<typeof file>>;

/** Classifies as the main focal point of MOH. */
export async function assign(complaint: Complaint, { id, version }: Filed, more: object = {}) {
  const { data } = await complaint.ask(mainFocalPoint, classify, {
    input: {
      caseId: id,
      expectedVersion: version,
      importance: 'MEDIUM',
      pillar: 'TIME',
      categoryCode: 'WAIT',
      assigneePostId: postId('MOH-SFP-1'),
      ...more,
    },
  });
  return data.classifyCase.case;
}

/** Brings a fresh case to where an answer is under review. */
export async function answered(complaint: Complaint, viewer: Viewer = nobody, more: object = {}) {
  const filed = await file(complaint, viewer, more);
  const assigned = await assign(complaint, filed);
  const step = { caseId: filed.id, expectedVersion: assigned.version };
  const started = await complaint.ask(subFocalPoint, start, { input: step });
  const { version } = started.data.startCase.case;
  const answer = { outcome: 'SOLVED', text: 'A second doctor has been assigned to the clinic.' };
  const proposed = await complaint.ask(subFocalPoint, propose, {
    input: { caseId: filed.id, expectedVersion: version, ...answer },
  });
  return { ...proposed.data.proposeAnswer.case, secret: filed.secret };
}

/** Brings a fresh case to its published answer. */
export async function resolved(complaint: Complaint, viewer: Viewer = nobody, more: object = {}) {
  const { id, version, secret } = await answered(complaint, viewer, more);
  const { data } = await complaint.ask(reviewer, approve, {
    input: { caseId: id, expectedVersion: version },
  });
  return { ...data.approveAnswer.case, secret };
}
