import type { Tx } from '@bekhedmetkom/platform/database';
import { type SlaPolicyText, slaPolicyPublished } from '@bekhedmetkom/schema/events/directory';
import { SlaPolicyRow } from './sla-policy.entity.ts';
import type { PublishedPolicy } from './sla-policy.ts';

/**
 * Publishes a policy as the next version of its programme; published versions never change. `by` is the subject
 * of whoever publishes it. Within a change of the directory only, which are one at a time. Returns the version.
 */
export async function publishSlaPolicy(
  { manager }: Tx,
  policy: Omit<SlaPolicyText, 'version'>,
  by: string | null = null,
): Promise<number> {
  const { programme } = policy;
  const version = ((await manager.maximum(SlaPolicyRow, 'version', { programme })) ?? 0) + 1;
  const body = slaPolicyPublished.parse({ ...policy, version });
  await manager.insert(SlaPolicyRow, { programme, version, body, publishedBy: by });
  return version;
}

/** Every version of every programme, the oldest of each first. */
export async function readSlaPolicies({ manager }: Tx): Promise<PublishedPolicy[]> {
  const rows = await manager.find(SlaPolicyRow, { order: { programme: 'ASC', version: 'ASC' } });
  return rows.map(({ body, publishedAt, publishedBy }) => ({
    publishedAt,
    publishedBy,
    policy: slaPolicyPublished.parse(body),
  }));
}

/** The newest version of a programme's policy; undefined when it has none of its own. */
export async function newestPolicy(tx: Tx, programme: string): Promise<PublishedPolicy | undefined> {
  return (await readSlaPolicies(tx)).findLast((one) => one.policy.programme === programme);
}
