/** The background jobs of this subgraph, by what must not keep what waiting. */
import type { Handler, WorkerGroup } from '@bekhedmetkom/platform/jobs';
import type { Logger, Metrics } from '@bekhedmetkom/platform/telemetry';
import { makeScanFile } from './attachment/keep/scan-files.ts';
import type { AttachmentDependencies } from './attachment/setup/attachment-dependencies.ts';
import { attachmentMaintenance } from './attachment/upload/maintain-attachments.ts';
import { makeReindex } from './backfill/reindex.ts';
import { makeSealReports } from './backfill/seal-reports.ts';
import type { CaseDependencies } from './case-change/change-case.ts';
import type { SealedWords } from './confidential/sealed-words.ts';
import { makeProcessDueCases } from './due-cases/process-due-cases.ts';
import { makeRescheduleCases } from './sla-administration/reschedule-cases.ts';

interface Parts extends CaseDependencies {
  attachments: AttachmentDependencies;
  words: SealedWords;
  /** Whether this process escalates cases and ends what waited too long; one process has to. */
  escalation: boolean;
  logger: Logger;
  metrics: Metrics;
}

/** Scans that one process has under way. */
const scansAtOnce = 4;
/** Milliseconds between looks of a group in which a few seconds do not matter. */
const slowly = 5_000;

export function jobGroups({ attachments, escalation, ...parts }: Parts): WorkerGroup[] {
  const deadlines = [makeRescheduleCases(parts), ...(escalation ? [makeProcessDueCases(parts)] : [])];
  const maintenance = [...attachmentMaintenance(attachments), makeReindex(parts), makeSealReports(parts)];
  // A worker for each: all of them may be long.
  const oneEach = (handlers: readonly Handler[]) => ({ handlers, atOnce: handlers.length });
  const { scanner } = attachments;
  return [
    { ...oneEach(deadlines), poll: 1_000 },
    { ...oneEach(maintenance), poll: slowly },
    ...(scanner
      ? [{ handlers: [makeScanFile(attachments, scanner)], atOnce: scansAtOnce, poll: slowly }]
      : []),
  ];
}
