import type { CaseActionInput } from './case-action.type.ts';
import { caseKeyOf } from './case-reader.ts';

/** The input of a step with the key of its case; null when the id given names none. */
export function keyedStep<I extends CaseActionInput>(
  input: I,
): Omit<I, 'caseId'> & { caseId: string | null } {
  return { ...input, caseId: caseKeyOf(input.caseId) };
}
