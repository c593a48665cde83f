import type { EscalationLevel } from '@bekhedmetkom/schema/events/vocabulary';
import type { CaseRecord } from '../case/case.record.ts';
import type { TransitionContext } from '../case-change/change-case.ts';
import { highestOf } from '../clock/escalation-policy.ts';
import { addEscalations, type EscalationRow } from './escalation.store.ts';
import { recipients } from './recipients.ts';

export interface Reached {
  after: Pick<CaseRecord, 'escalation' | 'escalations'>;
  /** Levels that are new. */
  levels: EscalationLevel[];
  /** Keys of the posts to be told. */
  told: string[];
}

/**
 * Lets a locked case reach levels of escalation; null when it had reached all of them before. What another
 * system left overdue climbs too, but by the clock it is told to nobody.
 */
export async function reachLevels(
  { tx, record, now, directory }: Pick<TransitionContext, 'tx' | 'record' | 'now' | 'directory'>,
  wanted: readonly EscalationLevel[],
  trigger: EscalationRow['trigger'],
): Promise<Reached | null> {
  const quiet = record.imported && trigger === 'CLOCK';
  const posts = (level: EscalationLevel) => (quiet ? [] : recipients(directory, record, level));
  const withPosts = wanted.map((level) => ({ level, posts: posts(level) }));
  const levels = await addEscalations(tx, record, { trigger, at: now, levels: withPosts });
  if (levels.length === 0) return null;
  const told = withPosts.filter(({ level }) => levels.includes(level)).flatMap(({ posts }) => posts);
  const escalations = [...record.escalations, ...levels.map((level) => ({ level, at: now.toISOString() }))];
  escalations.sort((a, b) => a.level.localeCompare(b.level));
  const escalation = highestOf(escalations.map(({ level }) => level));
  return { after: { escalation, escalations }, levels, told: [...new Set(told)] };
}
