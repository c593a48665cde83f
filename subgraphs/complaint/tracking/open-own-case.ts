import type { Viewer } from '@bekhedmetkom/platform/auth';
import { type Access, applicantAccess } from '../case-access/case.policy.ts';
import type { CaseDependencies } from '../case-change/change-case.ts';
import type { CaseReader } from '../graph/case-reader.ts';
import { notFound } from '../refusal/not-found.ts';
import { type ProveSecret, readReference } from './prove-secret.ts';
import type { ApplicantActionInput } from './tracking.type.ts';

/** What the steps of applicants stand on. */
export interface ApplicantRoom {
  room: CaseDependencies;
  reader: CaseReader;
  proveSecret: ProveSecret;
}

/** A case that somebody has shown to be theirs, and what they may do with it. */
export interface OwnCase {
  id: string;
  access: Access;
}

/**
 * Opens a case to its applicant: by its secret, or by who the viewer is. Throws a Fault: NOT_FOUND for
 * whoever it does not belong to, as for none; see `ProveSecret` for wrong secrets.
 */
export async function openOwnCase(
  { proveSecret, reader }: Pick<ApplicantRoom, 'proveSecret' | 'reader'>,
  { reference, secret }: ApplicantActionInput,
  viewer: Viewer,
): Promise<OwnCase> {
  if (typeof secret === 'string') {
    return { id: await proveSecret(reference, secret, viewer), access: applicantAccess };
  }
  const found = await reader.byReference(readReference(reference, viewer.language), viewer);
  if (!found) throw notFound(viewer.language);
  // Staff have mutations of their own: here nobody acts in another capacity than the applicant's. An importer
  // speaks for the applicants of its own records.
  const capacities = found.access.capacities.filter((one) => one === 'APPLICANT' || one === 'IMPORTER');
  return { id: found.record.id, access: { ...found.access, capacities } };
}
