'use client';

import { useActionState, useState } from 'react';
import { type DeskResult, idle } from '../draft/desk-result.ts';
import type { Done } from '../panel/intents.ts';
import { actOnCase } from './desk.actions.ts';

/**
 * Sends the forms of a case and says what came of the last one. A step that succeeded comes back as a new page
 * (`done`); what was refused before it is then no longer said.
 */
export function useDeskResult(done: Done | null): [DeskResult, (form: FormData) => void, boolean] {
  const [result, send, pending] = useActionState(actOnCase, idle);
  const [settled, setSettled] = useState({ at: done?.at ?? null, result: idle });
  const at = done?.at ?? null;
  if (at !== null && at !== settled.at) setSettled({ at, result });
  return [result === settled.result ? idle : result, send, pending];
}
