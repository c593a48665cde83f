/** Cases that are worked on, and what the system does to them by itself. */
import type { Directory } from '../directory/directory.ts';
import type { Due } from '../due-cases/due.store.ts';
import { processDueRows } from '../due-cases/process-due-rows.ts';
import { assign, file, start } from './documents.ts';
import type { Complaint } from './open-complaint.ts';
import { keyOf, recordOf } from './travel.ts';
import { layla, subFocalPoint } from './viewers.ts';

/** Brings a fresh case to where the sub focal point works on it. */
export async function begun(
  complaint: Complaint,
  {
    viewer = layla,
    filing = {},
    classification = {},
  }: { viewer?: typeof layla; filing?: object; classification?: object } = {},
) {
  const filed = await file(complaint, viewer, filing);
  const assigned = await assign(complaint, filed, classification);
  const step = { caseId: filed.id, expectedVersion: assigned.version };
  const { data } = await complaint.ask(subFocalPoint, start, { input: step });
  return { ...filed, version: data.startCase.case.version };
}

interface Look {
  directory?: Directory;
  /** Throws what it is told unless given. */
  onFault?(error: unknown): void;
}

/** Lets everything climb that is due, in small batches; gives how many. */
export const climb = (complaint: Complaint, look?: Look) => deal(complaint, 'ESCALATION', look);

/** Ends all that waited too long, in small batches; gives how many. */
export const timeOut = (complaint: Complaint, look?: Look) => deal(complaint, 'TIME_OUT', look);

function deal({ database, directory: known }: Complaint, due: Due, look: Look = {}): Promise<number> {
  const { directory = known, onFault = fail } = look;
  return processDueRows(database, () => directory, { due, batch: 7, parallel: 3, onFault });
}

function fail(error: unknown): never {
  throw error;
}

/** Says by the database's clock when a case is due, and lets the system look at it. */
export async function setDue({ database }: Complaint, id: string, due: string): Promise<void> {
  const values = [keyOf(id), due];
  await database.query(
    'update cycle set due_at = clock_timestamp() + $2::interval where case_id = $1',
    values,
  );
  await database.query('update cases set escalates_at = clock_timestamp() where id = $1', [keyOf(id)]);
}

/** The levels that the present round of a case reached. */
export async function levelsOf(complaint: Complaint, id: string): Promise<string[]> {
  return (await recordOf(complaint, id)).escalations.map(({ level }) => level);
}
