import type { Viewer } from '@bekhedmetkom/platform/auth';
import { type EscalationLevel, escalationLevels } from '@bekhedmetkom/schema/events/vocabulary';
import type { CaseRecord } from '../case/case.record.ts';
import { type CaseDependencies, type CaseResult, changeCase } from '../case-change/change-case.ts';
import type { OwnCase } from '../tracking/open-own-case.ts';
import { reachLevels } from './reach-levels.ts';

/**
 * Takes an overdue case one level up, because its applicant asks: at least to L1, once a round. The clock goes
 * on to the levels that it would have reached by itself.
 */
export function requestEscalation(
  deps: CaseDependencies,
  { id, access }: OwnCase,
  expectedVersion: number,
  viewer: Viewer,
): Promise<CaseResult> {
  const request = { id, expectedVersion, action: 'REQUEST_ESCALATION', viewer, access } as const;
  return changeCase(deps, request, async (context) => {
    const level = levelAbove(context.record);
    const reached = level && (await reachLevels(context, [level], 'APPLICANT'));
    if (!reached) return { refused: 'ESCALATION_AT_TOP' };
    const { after, told } = reached;
    return { after: { ...after, escalationAskedAt: context.now }, told, detail: { level } };
  });
}

/** The next level above the present one, from L1 on; null at the top. */
export function levelAbove({
  escalation,
  type,
}: Pick<CaseRecord, 'escalation' | 'type'>): EscalationLevel | null {
  const next = Math.max(1, escalation === null ? 0 : escalationLevels.indexOf(escalation) + 1);
  const highest = type === 'COMPLIMENT' ? 1 : escalationLevels.length - 1;
  return next > highest ? null : (escalationLevels[next] ?? null);
}
