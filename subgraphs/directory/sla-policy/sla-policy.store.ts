import type { Tx } from '@bekhedmetkom/platform/database';
import type { SlaPolicy } from '@bekhedmetkom/schema/events/directory';

/** Publishes a policy as the next version of its programme; published versions never change. */
export async function publishSlaPolicy(tx: Tx, policy: Omit<SlaPolicy, 'version'>): Promise<void> {
  await tx.query(
    `insert into sla_policy (programme, version, body)
     select $1, next, jsonb_build_object('version', next) || $2
     from (select coalesce(max(version), 0) + 1 as next from sla_policy where programme = $1) as last`,
    [policy.programme, JSON.stringify(policy)],
  );
}
