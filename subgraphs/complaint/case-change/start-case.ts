import type { Viewer } from '@bekhedmetkom/platform/auth';
import { type CaseDependencies, type CaseResult, changeCase } from './change-case.ts';

export interface CaseStep {
  caseId: string | null;
  expectedVersion: number;
}

/** Starts work on an assigned case; whoever starts it holds it from then on. */
export function startCase(deps: CaseDependencies, input: CaseStep, viewer: Viewer): Promise<CaseResult> {
  const request = { id: input.caseId, expectedVersion: input.expectedVersion, viewer };
  return changeCase(deps, { ...request, action: 'START' }, ({ record, now, outcome: taken, post }) => ({
    after: {
      startedAt: now,
      holderPost: taken.as === 'IMPORTER' ? record.holderPost : (post ?? record.holderPost),
    },
  }));
}
