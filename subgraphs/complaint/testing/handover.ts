/** What tests of transfers, parts, rejections and mergers ask, and whom. */
import type { Viewer } from '@bekhedmetkom/platform/auth';
import { assign, file, postId, start } from './documents.ts';
import type { Answer, Complaint } from './open-complaint.ts';
import { layla, mainFocalPoint, person, subFocalPoint } from './viewers.ts';

/** Beside the small directory: the entity ROADS, with its main focal point, and a second of the operation room. */
export const roadsFocalPoint = person('p-mfp-roads', { role: 'MAIN_FOCAL_POINT', scope: 'ROADS' });
export const secondInRoom = person('p-or-2', { role: 'OPERATION_ROOM', scope: null });

const names = { ar: 'الطرق', en: 'Roads' };
const roads = [
  {
    type: 'entity.changed',
    payload: {
      code: 'ROADS',
      names,
      sector: 'WATER',
      kind: 'ministry',
      parent: null,
      successor: null,
      validFrom: '2000-01-01',
      validTo: null,
    },
  },
  {
    type: 'post.changed',
    payload: {
      key: 'ROADS-MFP',
      role: 'MAIN_FOCAL_POINT',
      entity: 'ROADS',
      unit: null,
      names,
      superior: null,
      holder: { staff: 'staff-roads', subject: 'p-mfp-roads', names },
    },
  },
];

/** Adds ROADS to the directory. */
export const announceRoads = (complaint: Complaint) => complaint.announce(...roads);

const fields = `id version state actions holder { id } entity { code } importance category { code }
  transfer { to { code } reason decideBy decidedByOperationRoom refusals }
  transfers { number from { code } to { code } reason decidedByOperationRoom requestedBy { id } decision decidedBy { id } refusal
    receivedBy { code } creditedMinutes }
  contributions { number entity { code } question state answer dueAt answeredBy { id } withdrawalReason }
  proposal { kind text code dueOn byViewer by { id } } rejection { code text }
  parent { reference state entity { code } sla { status dueAt } answer { text } } followers
  sla { status dueAt originalDueAt acknowledgedAt explanation { reason workingMinutes } } answer { text }`;
const payload = `{ case { ${fields} } userErrors { code field message } }`;
export const seen = `query ($id: ID!) { case(id: $id) { ${fields} } }`;

/** Takes a step by the name of its mutation; gives the case afterwards and the codes of what was refused. */
export async function step(
  complaint: Complaint,
  viewer: Viewer,
  mutation: string,
  { id, version }: { id: string; version: number },
  more: object = {},
) {
  const type = mutation === 'approveRejection' ? 'CaseActionInput' : `${upper(mutation)}Input`;
  const { data, errors } = await complaint.ask(
    viewer,
    `mutation ($input: ${type}!) { ${mutation}(input: $input) ${payload} }`,
    { input: { caseId: id, expectedVersion: version, ...more } },
  );
  return read(data?.[mutation], errors);
}

function read(result: Answer['data'], errors: Answer['errors']) {
  const codes: string[] = [
    ...(errors ?? []).map(({ extensions }) => String(extensions.code)),
    ...(result?.userErrors ?? []).map(({ code }: { code: string }) => code),
  ];
  const [problem] = (result?.userErrors ?? []) as { code: string; field: string[] | null; message: string }[];
  return { case: result?.case, codes, problem };
}

const upper = (name: string): string => name.charAt(0).toUpperCase() + name.slice(1);

/** A case of MOH that its sub focal point works on. */
export async function begun(complaint: Complaint, viewer: Viewer = layla, more: object = {}) {
  const filed = await file(complaint, viewer, more);
  const assigned = await assign(complaint, filed);
  const input = { caseId: filed.id, expectedVersion: assigned.version };
  const { data } = await complaint.ask(subFocalPoint, start, { input });
  return { ...filed, version: data.startCase.case.version as number };
}

/** The same, offered to Miyahuna. */
export async function offered(complaint: Complaint, viewer: Viewer = layla, more: object = {}) {
  const kase = await begun(complaint, viewer, more);
  const asked = { toEntityCode: 'MIYAHUNA', reason: 'This pipe is Miyahuna’s.' };
  const { case: after } = await step(complaint, mainFocalPoint, 'transferCase', kase, asked);
  return { ...kase, version: after.version as number };
}

export const takeOver = { assigneePostId: postId('MIYAHUNA-MFP') };
