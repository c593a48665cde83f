'use client';

import { useActionState, useState } from 'react';
import { actOnCase } from './desk.actions.ts';
import { type DeskResult, idle } from './desk-result.ts';
import type { Done } from './intents.ts';

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
