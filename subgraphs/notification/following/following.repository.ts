import type { Language } from '@bekhedmetkom/platform/auth';
import type { Tx } from '@bekhedmetkom/platform/database';
import type { CaseFacts } from '@bekhedmetkom/schema/events/complaint';
import { FollowingRow } from './following.entity.ts';

/** A case that follows another, as far as telling its reporter is concerned. */
export interface Follower {
  caseId: string;
  reference: string;
  type: string;
  language: Language;
  /** Null for who has no account. */
  subject: string | null;
  reachable: boolean;
  imported: boolean;
}

/** Keeps which cases follow others; `since` is the position in the log. What is known stays as it is. */
export async function saveFollowing(tx: Tx, told: { since: number; kase: CaseFacts }[]): Promise<void> {
  const rows = told.flatMap(({ since, kase }) =>
    kase.parent === null
      ? []
      : [
          {
            caseId: kase.caseId,
            parent: kase.parent,
            reference: kase.reference,
            type: kase.type,
            language: kase.language,
            subject: kase.anonymous ? null : kase.applicantSubject,
            reachable: kase.reachable,
            imported: kase.imported,
            since,
          },
        ],
  );
  if (rows.length === 0) return;
  await tx.manager
    .createQueryBuilder()
    .insert()
    .into(FollowingRow)
    .values(rows)
    .orIgnore()
    .updateEntity(false)
    .execute();
}

/** Which of these cases are followed by others. */
export async function parentsAmong(tx: Tx, caseIds: string[]): Promise<Set<string>> {
  const rows = await tx.prepared<{ id: string }>(
    'parents-among',
    `select id from unnest($1::uuid[]) as asked(id)
     where exists (select from following where parent = asked.id)`,
    [caseIds],
  );
  return new Set(rows.map(({ id }) => id));
}

/**
 * Cases that followed this one before a position of the log, directly or through others, in the order of their
 * ids; from the one after `after` on, at most `limit`.
 */
export function listFollowers(
  tx: Tx,
  asked: { caseId: string; before: number; after: string | null; limit: number },
): Promise<Follower[]> {
  return tx.prepared(
    'list-followers',
    `with recursive follower as (
       select * from following where parent = $1 and since < $2
       union
       select following.* from following join follower on following.parent = follower.case_id
       where following.since < $2
     )
     select distinct on (case_id) case_id as "caseId", reference, type, language, subject, reachable, imported
     from follower
     where case_id <> $1 and case_id > coalesce($3, '00000000-0000-0000-0000-000000000000'::uuid)
     order by case_id limit $4`,
    [asked.caseId, asked.before, asked.after, asked.limit],
  );
}
