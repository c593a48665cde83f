import { keyOfGlobalId } from '@bekhedmetkom/platform/subgraph';
import type { CaseType } from '@bekhedmetkom/schema/events/vocabulary';
import type { Refusal } from '../case/case.ts';
import { readText } from '../wording/written-text.ts';

/** Whom a compliment is for. */
export interface Credit {
  /** Code of a unit. */
  unit: string | null;
  name: string | null;
}

interface Given {
  type: CaseType;
  entityCode?: string | null;
  creditedUnitId?: string | null;
  creditedName?: string | null;
}

/** Whom the submission names; null for nobody. A unit's code begins with that of its entity. */
export function readCredit({
  type,
  entityCode,
  creditedUnitId,
  creditedName,
}: Given): Credit | Refusal | null {
  if (!creditedUnitId && !creditedName) return null;
  if (type !== 'COMPLIMENT') {
    return { refused: 'CREDIT_OF_COMPLIMENT', field: [creditedUnitId ? 'creditedUnitId' : 'creditedName'] };
  }
  const unit = creditedUnitId ? keyOfGlobalId('Unit', creditedUnitId) : null;
  if (creditedUnitId && (!entityCode || !unit?.startsWith(`${entityCode}-`))) {
    return { refused: 'UNKNOWN_UNIT', field: ['creditedUnitId'] };
  }
  const name = readText(creditedName ?? '', { field: ['creditedName'], min: 0, max: 120, oneLine: true });
  if (!('text' in name)) return name;
  return unit || name.text ? { unit, name: name.text || null } : null;
}
