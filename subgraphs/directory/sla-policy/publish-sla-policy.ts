import type { Viewer } from '@bekhedmetkom/platform/auth';
import type { Database } from '@bekhedmetkom/platform/database';
import type { SlaPolicyText } from '@bekhedmetkom/schema/events/directory';
import { caseTypes, importances, pillars } from '@bekhedmetkom/schema/events/vocabulary';
import { noteChange } from '../change/audit.repository.ts';
import { changeDirectory } from '../change/change-directory.ts';
import { readToday } from '../change/today.ts';
import type { Refusal } from '../refusal/refusal.ts';
import { publishSlaPolicy as insertPolicy, newestPolicy } from './sla-policy.repository.ts';
import { checkPolicy, hasMatrix, type PolicyDraft, type PublishedPolicy } from './sla-policy.ts';

interface Request {
  draft: PolicyDraft;
  /** The version of the programme's policy that it was drawn up from; 0 when there was none. */
  expectedVersion: number;
  /** Publishes nothing, even if nothing is wrong. */
  checkOnly: boolean;
  viewer: Viewer;
}

const words = { types: caseTypes, pillars, importances };

/**
 * Publishes a policy as the next version of its programme, audited and announced in one transaction; or nothing,
 * with what is wrong. It counts for cycles that begin from its day on; "today" is the database's.
 */
export async function publishSlaPolicy(
  database: Database,
  { draft, expectedVersion, checkOnly, viewer }: Request,
): Promise<{ published: PublishedPolicy | null; refusals: Refusal[] }> {
  const result: { published: PublishedPolicy | null; refusals: Refusal[] } = {
    published: null,
    refusals: [],
  };
  await changeDirectory(database, async (tx) => {
    const newest = await newestPolicy(tx, draft.programme);
    const version = newest?.policy.version ?? 0;
    if (version !== expectedVersion) {
      result.refusals = [{ refused: 'CONFLICT', field: ['expectedVersion'], facts: { version } }];
      return;
    }
    result.refusals = checkPolicy(draft, words, await readToday(tx));
    if (result.refusals.length > 0 || checkOnly) return;
    // The terms of the workflow go on as they are: this is about the matrix.
    const terms = newest?.policy.terms;
    const published = await insertPolicy(tx, { ...toPolicy(draft), ...(terms && { terms }) }, viewer.subject);
    await noteChange(tx, {
      actor: viewer.subject ?? '',
      action: 'PUBLISH_SLA_POLICY',
      detail: { programme: draft.programme, version: published, effectiveFrom: draft.effectiveFrom },
    });
    result.published = (await newestPolicy(tx, draft.programme)) ?? null;
  });
  return result;
}

function toPolicy({
  programme,
  effectiveFrom,
  acknowledge,
  resolve,
}: PolicyDraft): Omit<SlaPolicyText, 'version'> {
  const minutes = Object.fromEntries(acknowledge.map((row) => [row.type, row.minutes]));
  return {
    programme,
    effectiveFrom,
    acknowledgeMinutes: minutes as SlaPolicyText['acknowledgeMinutes'],
    resolveDays: resolve
      .filter((row) => hasMatrix(row.type))
      .map(({ type, pillar, importance, workingDays, workingMinutes }) => ({
        type,
        pillar,
        importance,
        ...(workingDays == null ? { workingMinutes } : { workingDays }),
      })),
  };
}
