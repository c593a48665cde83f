'use server';

import { refresh } from 'next/cache';
import type { PolicyDryRunQuery as DryRun } from '../../../graphql/generated/graphql.ts';
import { mutate, query } from '../../../graphql/server.ts';
import { ammanDay } from '../../../ui/format.ts';
import type { Programme } from '../../../ui/vocabulary.ts';
import { failedBy, publishedAs, refusedBy, type TrialResult, triedOut } from '../trial-result.ts';
import { untilSeen } from '../until-seen.ts';
import { PolicyDryRunQuery, PolicyVersionQuery, PublishPolicyMutation } from './policy.query.ts';
import { boxIn, type PolicyDraft, toInput, windowOf } from './policy-draft.ts';

export type PolicyTrial = DryRun['policyDryRun'];
type Result = TrialResult<PolicyTrial>;

interface Sent {
  draft: PolicyDraft;
  programme: Programme;
  expectedVersion: number;
  /** How many days back it is tried. */
  days: number;
  /** Whether the viewer may publish, and is told what is wrong before. */
  publishes: boolean;
}

/** Says what is wrong with a policy, else what it would have meant. Publishes nothing. */
export async function tryPolicy(sent: Sent): Promise<Result> {
  if (sent.publishes) {
    const refused = await send(sent, true);
    if (refused.status !== 'published') return refused;
  }
  const variables = { policy: policyOf(sent), window: windowOf(ammanDay(new Date()), sent.days) };
  const { data, problem } = await query(PolicyDryRunQuery, variables);
  return data ? triedOut(data.policyDryRun) : failedBy(problem);
}

/** Publishes a policy as the next version of its programme. */
export async function publishPolicy(sent: Sent): Promise<Result> {
  const result = await send(sent, false);
  if (result.status !== 'published') return result;
  await untilSeen(result.version ?? 0, async () => {
    const { data } = await query(PolicyVersionQuery, { programme: sent.programme });
    return data?.slaPolicies[0]?.version;
  });
  refresh();
  return result;
}

async function send(sent: Sent, checkOnly: boolean): Promise<Result> {
  const input = { expectedVersion: sent.expectedVersion, checkOnly, policy: policyOf(sent) };
  const { data, problem } = await mutate(PublishPolicyMutation, { input });
  if (!data) return failedBy(problem);
  const { policy, userErrors } = data.publishSlaPolicy;
  return refusedBy<PolicyTrial>(userErrors, boxIn(sent.draft)) ?? publishedAs(policy?.version ?? 0);
}

function policyOf({ draft, programme }: Sent) {
  return { ...toInput(draft, programme), programme };
}
