/** Builds what the resolvers stand on, by hand, out of what main.ts has opened. */

import type { Viewer } from '@bekhedmetkom/platform/auth';
import type { Database } from '@bekhedmetkom/platform/database';
import { Fault } from '@bekhedmetkom/platform/errors';
import type { Limits } from '@bekhedmetkom/platform/limits';
import type { LogSubscription } from '@bekhedmetkom/platform/outbox';
import DataLoader from 'dataloader';
import { AttachmentResolver } from './attachment/serve/attachment.resolver.ts';
import { makeFilesRoute } from './attachment/serve/files.route.ts';
import type { AttachmentDependencies } from './attachment/setup/attachment-dependencies.ts';
import { makeBeginUpload } from './attachment/upload/begin-upload.ts';
import { openUploadQuota } from './attachment/upload/upload-quota.ts';
import { BulkResolver } from './bulk/bulk.resolver.ts';
import { CannedAnswerResolver } from './canned-answer/canned-answer.resolver.ts';
import { withStandIns } from './case-access/standing-in.ts';
import { CaseResolver } from './case-graph/case.resolver.ts';
import { CaseActionsResolver } from './case-graph/case-actions.resolver.ts';
import { CaseGroupsResolver } from './case-graph/case-groups.resolver.ts';
import { CasesResolver, EntityCasesResolver } from './case-graph/cases.resolver.ts';
import { DuePreviewResolver } from './case-graph/due-preview.resolver.ts';
import { FiledDetailsResolver } from './case-graph/filed-details.resolver.ts';
import { openDatabaseClock } from './clock/database-clock.ts';
import { openSealedWords } from './confidential/sealed-words.ts';
import { type ApplicantRequest, readApplicants } from './contact/read-applicants.ts';
import { openContactSeal } from './contact/sealed-contact.ts';
import { CasePartsResolver, ContributionResolver } from './contribution/contribution.resolver.ts';
import type { Directory } from './directory/directory.ts';
import { EscalationResolver } from './escalation/escalation.resolver.ts';
import { openFeed } from './feed/open-feed.ts';
import { CaseFollowUpsResolver, FollowUpResolver } from './follow-up/follow-up.resolver.ts';
import { openCaseReader } from './graph/case-reader.ts';
import { IdentityResolver } from './identity/identity.resolver.ts';
import { IdentityRequestsResolver } from './identity/identity-requests.resolver.ts';
import { ImportResolver } from './import/import.resolver.ts';
import { makeImportCases } from './import/import-cases.ts';
import { InterimResolver } from './interim/interim.resolver.ts';
import { LocationResolver } from './location/location.resolver.ts';
import { FollowedCaseResolver } from './merge/followed-case.resolver.ts';
import { MergeResolver } from './merge/merge.resolver.ts';
import { NoteResolver } from './note/note.resolver.ts';
import { ProposalResolver } from './proposal/proposal.resolver.ts';
import { QuestionResolver } from './question/question.resolver.ts';
import { RatingResolver } from './rating/rating.resolver.ts';
import { openRatingTokens } from './rating/rating-token.ts';
import { openFollowUpSecrets } from './reference/follow-up-secret.ts';
import { RejectionResolver } from './rejection/rejection.resolver.ts';
import { ReopeningResolver } from './reopening/reopening.resolver.ts';
import { CaseQualityResolver, RubricResolver } from './rubric/rubric.resolver.ts';
import { openSample } from './rubric/sample.ts';
import { SavedViewResolver } from './saved-view/saved-view.resolver.ts';
import { complaintSchema } from './schema.ts';
import { SimilarResolver } from './similar/similar.resolver.ts';
import { DryRunResolver, MovedCaseResolver } from './sla-administration/dry-run.resolver.ts';
import { SubmitResolver } from './submission/submit.resolver.ts';
import { makeSubmitCase } from './submission/submit-case.ts';
import { CaseLinkResolver } from './tracking/case-link.resolver.ts';
import { openCaseLinks } from './tracking/case-link.ts';
import { makeProveSecret } from './tracking/prove-secret.ts';
import { TrackingResolver } from './tracking/tracking.resolver.ts';
import { TransferResolver } from './transfer/transfer.resolver.ts';

interface ComplaintModuleOptions {
  database: Database;
  tail: LogSubscription;
  /** 32 bytes. */
  contactKey: Uint8Array;
  /** Submissions of people with one contact within an hour. */
  submissionsPerContact: number;
  limits: Limits;
  attachments: AttachmentDependencies;
  directory(): Directory;
  wakeRelay(): void;
}

/** The executable schema, what each request is handed, and what is served beside. */
export async function createComplaintModule(foundations: ComplaintModuleOptions) {
  const { database, tail, contactKey, limits, attachments, directory, wakeRelay } = foundations;
  const clock = openDatabaseClock(database);
  const seal = openContactSeal(contactKey);
  const secrets = openFollowUpSecrets(contactKey);
  const words = openSealedWords(contactKey);
  const reader = openCaseReader(database, directory, words);
  const links = openCaseLinks(contactKey);
  const proveSecret = makeProveSecret({ database, secrets, links, clock });
  const feed = openFeed({ tail, reader, proveSecret, directory });
  const isSampled = openSample(contactKey);
  const room = { database, directory, isSampled, words };
  const applicants = { room, reader, proveSecret };
  const around = { database, clock, directory, words };
  const submitCase = makeSubmitCase({
    ...around,
    secrets,
    seal,
    wakeRelay,
    serverKey: contactKey,
    attachmentLimits: attachments.limits,
    contactPace: { points: foundations.submissionsPerContact, duration: 3_600 },
    limits,
  });
  const quota = openUploadQuota(limits);
  const beginUpload = makeBeginUpload({ room: attachments, reader, proveSecret, quota, directory });
  const { schema } = await complaintSchema({
    reader,
    resolvers: [
      new AttachmentResolver(attachments, beginUpload),
      new CannedAnswerResolver({ ...around, reader }),
      new NoteResolver(around),
      new FollowUpResolver({ ...around, reader }),
      new CaseFollowUpsResolver(database, words),
      new DryRunResolver(around),
      new MovedCaseResolver(reader),
      new SavedViewResolver(database),
      new BulkResolver(room, attachments.logger),
      new RubricResolver(room),
      new CaseQualityResolver(database, isSampled, words),
      new QuestionResolver(applicants),
      new InterimResolver({ room, clock }),
      new ReopeningResolver(database, applicants, words),
      new RatingResolver({ room, reader, clock, words, tokens: openRatingTokens(contactKey) }),
      new CaseLinkResolver({ database, clock, links }),
      new EscalationResolver(database, applicants),
      new CaseResolver({ ...around, reader }),
      new CaseActionsResolver(room),
      new DuePreviewResolver(directory),
      new IdentityResolver(around),
      new CaseGroupsResolver(reader),
      new IdentityRequestsResolver({ ...around, reader }),
      new CasesResolver(reader),
      new TransferResolver({ ...around, room, reader }),
      new CasePartsResolver({ database, words }),
      new ContributionResolver({ ...around, room, reader }),
      new RejectionResolver({ room, database, words }),
      new ProposalResolver(words),
      new MergeResolver({ ...applicants, database }),
      new FollowedCaseResolver({ ...around, reader }),
      new SimilarResolver(around),
      new EntityCasesResolver(reader),
      new FiledDetailsResolver(database, words),
      new LocationResolver(around.directory),
      new ImportResolver(makeImportCases(around)),
      new SubmitResolver(submitCase),
      new TrackingResolver(applicants),
    ],
  });
  const context = (introduced: Viewer) => {
    const viewer = knownViewer(introduced, directory);
    return {
      viewer,
      applicants: new DataLoader((requests: readonly ApplicantRequest[]) =>
        readApplicants({ database, seal }, requests, viewer),
      ),
      feed,
    };
  };
  const routes = new Map([['files', makeFilesRoute(attachments)]]);
  return { schema, context, routes };
}

/** The viewer with what their posts add; as introduced while the directory is not known yet. */
function knownViewer(viewer: Viewer, directory: () => Directory): Viewer {
  if (viewer.kind !== 'person') return viewer;
  try {
    return withStandIns(viewer, directory());
  } catch (error) {
    if (error instanceof Fault && error.code === 'SERVICE_UNAVAILABLE') return viewer;
    throw error;
  }
}
