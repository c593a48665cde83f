/** What came of sending one of the forms of a case. A form that was refused keeps every word typed into it. */

import type { Intent } from '../panel/intents.ts';
import type { DraftValues } from './draft-store.ts';

interface FieldError {
  /** Name of the field, or null when the message is about the whole. */
  field: string | null;
  message: string;
}

export interface DeskResult {
  intent: Intent | null;
  /** `failed`: it was not done; `unknown`: no answer came, and what became of it cannot be seen. */
  status: 'idle' | 'invalid' | 'conflict' | 'failed' | 'unknown';
  /** What was typed, by field. */
  values: DraftValues;
  errors: FieldError[];
  /** The last entry of the timeline that the sender had seen. */
  lastSeen: string | null;
}

export const idle: DeskResult = { intent: null, status: 'idle', values: {}, errors: [], lastSeen: null };

export interface UserError {
  field: readonly string[] | null;
  message: string;
  code: string;
}

/** The result of a form that the gateway answered with errors; null when there are none. */
export function refused(
  sent: Pick<DeskResult, 'intent' | 'values' | 'lastSeen'>,
  errors: readonly UserError[],
): DeskResult | null {
  if (errors.length === 0) return null;
  const conflict = errors.some((error) => error.code === 'CONFLICT');
  return {
    ...sent,
    status: conflict ? 'conflict' : 'invalid',
    errors: conflict ? [] : errors.map(({ field, message }) => ({ field: field?.at(-1) ?? null, message })),
  };
}

/** What the page itself sends along with every form. */
const ticketFields = new Set(['intent', 'caseId', 'reference', 'version', 'lastSeen', 'language']);

/** What a person typed and chose in a form, by field; of several values of one field the last. */
export function typedValues(form: FormData): DraftValues {
  const typed = [...form.entries()].filter(
    (entry): entry is [string, string] =>
      typeof entry[1] === 'string' && !ticketFields.has(entry[0]) && !entry[0].startsWith('$'),
  );
  return Object.fromEntries(typed);
}
