/** What came of sending one of the forms of a case. A form that was refused keeps every word typed into it. */
const intents = ['classify', 'start', 'propose', 'approve', 'return'] as const;
export type Intent = (typeof intents)[number];

interface FieldError {
  /** Name of the field, or null when the message is about the whole. */
  field: string | null;
  message: string;
}

export interface DeskResult {
  intent: Intent | null;
  status: 'idle' | 'invalid' | 'conflict' | 'failed';
  /** What was typed, by field. */
  values: Record<string, string>;
  errors: FieldError[];
  /** The last entry of the timeline that the sender had seen. */
  lastSeen: string | null;
}

export const idle: DeskResult = { intent: null, status: 'idle', values: {}, errors: [], lastSeen: null };

interface UserError {
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

export function isIntent(value: unknown): value is Intent {
  return intents.some((intent) => intent === value);
}
