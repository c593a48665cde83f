import { serviceViewer } from '@bekhedmetkom/platform/auth';
import type { Tx } from '@bekhedmetkom/platform/database';
import type { EscalationLevel } from '@bekhedmetkom/schema/events/vocabulary';
import type { CaseRecord } from '../case/case.record.ts';
import { systemAccess } from '../case-access/case.policy.ts';
import { changeCaseWithin } from '../case-change/change-case.ts';
import { highestOf, levelsDue, nextEscalation } from '../clock/escalation-policy.ts';
import type { Directory } from '../directory/directory.ts';
import { loadEscalations } from '../escalation/escalation.store.ts';
import { reachLevels } from '../escalation/reach-levels.ts';
import { scheduleNextCheck } from './due.store.ts';

/**
 * Lets a claimed case reach every level that is due by the database's clock, in one transition. Gives the
 * levels that are new; when none is, only its next moment is written.
 */
export async function escalateCase(tx: Tx, directory: Directory, id: string): Promise<EscalationLevel[]> {
  const viewer = serviceViewer('complaint');
  const request = { id, expectedVersion: null, action: 'ESCALATE', viewer, access: systemAccess } as const;
  let levels: EscalationLevel[] = [];
  const { record, refusals } = await changeCaseWithin(
    tx,
    { directory, words: null },
    request,
    async (context) => {
      const wanted = levelsDue(context.record, context.terms, context.calendar, context.now.getTime());
      const reached = wanted.length > 0 ? await reachLevels(context, wanted, 'CLOCK') : null;
      if (!reached) return { refused: 'NOTHING_DUE' };
      levels = reached.levels;
      return { after: reached.after, told: reached.told, detail: { levels } };
    },
  );
  if (refusals.length > 0) await rest(tx, directory, record);
  return levels;
}

// Its escalation rows are the truth: the case is made to say what they say.
async function rest(tx: Tx, directory: Directory, record: CaseRecord): Promise<void> {
  const rows = (await loadEscalations(tx, [record])).get(record.id) ?? [];
  const escalations = rows.map(({ level, at }) => ({ level, at: at.toISOString() }));
  const calendar = directory.calendar(record.calendarVersion);
  const escalatesAt = nextEscalation({ ...record, escalations }, directory.termsOf(record), calendar);
  const escalation = highestOf(escalations.map(({ level }) => level));
  await scheduleNextCheck(tx, { id: record.id, cycle: record.cycle, escalatesAt, escalation, escalations });
}
