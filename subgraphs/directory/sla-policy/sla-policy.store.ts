import type { Tx } from '@bekhedmetkom/platform/database';
import { type SlaPolicyText, slaPolicyPublished } from '@bekhedmetkom/schema/events/directory';
import type { PublishedPolicy } from './sla-policy.ts';

/**
 * Publishes a policy as the next version of its programme; published versions never change. `by` is the subject
 * of whoever publishes it. Returns the version.
 */
export async function publishSlaPolicy(
  tx: Tx,
  policy: Omit<SlaPolicyText, 'version'>,
  by: string | null = null,
): Promise<number> {
  const [row] = await tx.query<{ version: number }>(
    `insert into sla_policy (programme, version, body, published_by)
     select $1, next, $2::jsonb || jsonb_build_object('version', next), $3
     from (select coalesce(max(version), 0) + 1 as next from sla_policy where programme = $1) as last
     returning version`,
    [policy.programme, JSON.stringify(slaPolicyPublished.parse({ ...policy, version: 1 })), by],
  );
  return row?.version ?? 0;
}

/** Every version of every programme, the oldest of each first. */
export async function readSlaPolicies(tx: Tx): Promise<PublishedPolicy[]> {
  const rows = await tx.query<Omit<PublishedPolicy, 'policy'> & { body: SlaPolicyText }>(
    `select body, published_at as "publishedAt", published_by as "publishedBy"
     from sla_policy order by programme, version`,
  );
  return rows.map(({ body, ...row }) => ({ ...row, policy: slaPolicyPublished.parse(body) }));
}

/** The newest version of a programme's policy; undefined when it has none of its own. */
export async function newestPolicy(tx: Tx, programme: string): Promise<PublishedPolicy | undefined> {
  return (await readSlaPolicies(tx)).findLast((one) => one.policy.programme === programme);
}
