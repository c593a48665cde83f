import type { Viewer } from '@bekhedmetkom/platform/auth';
import type { Database, Tx } from '@bekhedmetkom/platform/database';
import { appendToAudit } from '../audit/audit.store.ts';
import type { CaseRecord } from '../case/case.record.ts';
import type { Access } from '../case-access/case.policy.ts';
import type { Contact } from './contact.ts';
import type { ContactSeal } from './sealed-contact.ts';

export interface Applicant extends Contact {
  language: 'ar' | 'en';
}

export interface ApplicantRequest {
  record: CaseRecord;
  access: Access;
}

const sealedOf =
  'select case_id as id, sealed_contact as sealed from submission_content where case_id = any($1::uuid[])';
const nobody: Contact = { name: null, phone: null, email: null };

/**
 * Who filed these cases. Whoever reads another person's identity is written into the audit trail first, in
 * the same transaction: without the line there is no answer. Staff learn nothing of anonymous applicants.
 */
export async function readApplicants(
  { database, seal }: { database: Database; seal: ContactSeal },
  requests: readonly ApplicantRequest[],
  viewer: Viewer,
): Promise<Applicant[]> {
  const others = requests.filter(({ access }) => access.as !== 'APPLICANT' && !isOwn(access));
  const read = async (tx: Tx): Promise<Map<string, Buffer | null>> => {
    const ids = requests.map(({ record }) => record.id);
    const rows = await tx.prepared<{ id: string; sealed: Buffer | null }>('read-contacts', sealedOf, [ids]);
    return new Map(rows.map((row) => [row.id, row.sealed]));
  };
  const sealed =
    others.length === 0
      ? await read(database)
      : await database.transaction(async (tx) => {
          await appendToAudit(tx, [...new Set(others.map(({ record }) => record.id))].sort(), {
            actorKind: viewer.kind === 'service' ? 'SERVICE' : 'STAFF',
            actor: viewer.subject,
            action: 'READ_APPLICANT',
          });
          return read(tx);
        });
  return requests.map(({ record, access }) => {
    const bytes = sealed.get(record.id);
    const hidden = record.anonymous && access.as === 'STAFF';
    const contact = bytes && !hidden ? seal.open(record.id, bytes) : nobody;
    return { ...contact, language: record.language };
  });
}

/** The contact of a case as it is kept, encrypted: says whether it is still the same one. Null without any. */
export async function readSealedContact(tx: Tx, caseId: string): Promise<Buffer | null> {
  const [row] = await tx.prepared<{ sealed: Buffer | null }>('read-contacts', sealedOf, [[caseId]]);
  return row?.sealed ?? null;
}

function isOwn(access: Access): boolean {
  return access.capacities.includes('APPLICANT');
}
