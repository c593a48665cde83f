import { headers } from 'next/headers';

/**
 * What was wrong with a form that was just sent, and what the person had typed. The page that shows it is
 * rendered in the answer to the very request that sent the form, so nothing typed is ever lost, however long.
 */
export interface FormResult {
  values: Record<string, string>;
  problems: readonly { field: string; message: string }[];
}

const forgottenAfter = 15_000;
const registry = globalThis as typeof globalThis & { formResults?: Map<string, FormResult> };
registry.formResults ??= new Map();
const results = registry.formResults;

/** Keeps a result for the page that answers the current request. */
export async function keepFormResult(result: FormResult): Promise<void> {
  const request = await currentRequest();
  results.set(request, result);
  setTimeout(() => results.delete(request), forgottenAfter).unref();
}

/** The result that an action of the current request kept, if any. */
export async function readFormResult(): Promise<FormResult | null> {
  return results.get(await currentRequest()) ?? null;
}

/** The text fields of a form, digits as typed; files and repeated names are ignored. */
export function readFields(form: FormData): Record<string, string> {
  const fields: Record<string, string> = {};
  for (const [name, value] of form) {
    if (typeof value === 'string' && !name.startsWith('$ACTION')) fields[name] = value;
  }
  return fields;
}

/** Set afresh by proxy.ts for every request; a browser cannot choose it. */
async function currentRequest(): Promise<string> {
  return (await headers()).get('x-page-request') ?? '';
}
