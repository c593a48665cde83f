import type { EntityClass } from '@bekhedmetkom/platform/database';
import { followerEntities, publisherEntities } from '@bekhedmetkom/platform/outbox-entities';
import { AttachmentChunkRow, AttachmentRow } from '../attachment/attachment.entity.ts';
import { AuditRow } from '../audit/audit.entity.ts';
import { CannedAnswerRow } from '../canned-answer/canned-answer.entity.ts';
import { AnswerRow } from '../case/answer.entity.ts';
import { CaseRow } from '../case/case.entity.ts';
import { CycleRow } from '../case/cycle.entity.ts';
import { DirectoryItemRow, DirectoryStateRow } from '../directory/directory.entity.ts';
import { EscalationRow } from '../escalation/escalation.entity.ts';
import { FollowUpRow } from '../follow-up/follow-up.entity.ts';
import { ContributionRow } from '../handover/contribution.entity.ts';
import { TransferRow } from '../handover/transfer.entity.ts';
import { IdentityRequestRow } from '../identity/identity-request.entity.ts';
import { NoteRow } from '../note/note.entity.ts';
import { AnswerScoreRow, RubricVersionRow } from '../rubric/rubric.entity.ts';
import { SavedViewRow } from '../saved-view/saved-view.entity.ts';
import { SubmissionContentRow, SubmissionRow } from '../submission/submission-content.entity.ts';
import { TimelineRow } from '../timeline/timeline.entity.ts';
import { FailedAttemptRow } from '../tracking/attempt.entity.ts';

/** Every table of the complaint subgraph; those of jobs are graphile-worker's own, in a schema of their own. */
export const entities: EntityClass[] = [
  AttachmentRow,
  AttachmentChunkRow,
  AuditRow,
  CannedAnswerRow,
  AnswerRow,
  CaseRow,
  CycleRow,
  DirectoryItemRow,
  DirectoryStateRow,
  EscalationRow,
  FollowUpRow,
  IdentityRequestRow,
  NoteRow,
  ContributionRow,
  RubricVersionRow,
  AnswerScoreRow,
  SavedViewRow,
  SubmissionContentRow,
  SubmissionRow,
  TimelineRow,
  FailedAttemptRow,
  TransferRow,
  ...publisherEntities,
  ...followerEntities,
];
