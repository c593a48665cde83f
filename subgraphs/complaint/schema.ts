import { federatedSchema } from '@bekhedmetkom/platform/subgraph';
import { AttachmentResolver } from './attachment/serve/attachment.resolver.ts';
import { BulkResolver } from './bulk/bulk.resolver.ts';
import { CannedAnswerResolver } from './canned-answer/canned-answer.resolver.ts';
import { CaseResolver } from './case-graph/case.resolver.ts';
import { CaseActionsResolver } from './case-graph/case-actions.resolver.ts';
import { CaseGroupsResolver } from './case-graph/case-groups.resolver.ts';
import { CasesResolver, EntityCasesResolver } from './case-graph/cases.resolver.ts';
import { DuePreviewResolver } from './case-graph/due-preview.resolver.ts';
import { FiledDetailsResolver } from './case-graph/filed-details.resolver.ts';
import { SlaDayResolver, SlaResolver, SlaStepResolver } from './case-graph/sla.resolver.ts';
import { CasePartsResolver, ContributionResolver } from './contribution/contribution.resolver.ts';
import { EscalationResolver } from './escalation/escalation.resolver.ts';
import { FeedResolver } from './feed/feed.resolver.ts';
import { CaseFollowUpsResolver, FollowUpResolver } from './follow-up/follow-up.resolver.ts';
import type { CaseReader } from './graph/case-reader.ts';
import type { Context } from './graph/context.ts';
import { IdentityResolver } from './identity/identity.resolver.ts';
import { IdentityRequestsResolver } from './identity/identity-requests.resolver.ts';
import { ImportResolver } from './import/import.resolver.ts';
import { InterimResolver } from './interim/interim.resolver.ts';
import { LocationResolver } from './location/location.resolver.ts';
import { FollowedCaseResolver } from './merge/followed-case.resolver.ts';
import { MergeResolver } from './merge/merge.resolver.ts';
import { NoteResolver } from './note/note.resolver.ts';
import { ProposalResolver } from './proposal/proposal.resolver.ts';
import { QuestionResolver } from './question/question.resolver.ts';
import { RatingResolver } from './rating/rating.resolver.ts';
import { notFound } from './refusal/not-found.ts';
import { RejectionResolver } from './rejection/rejection.resolver.ts';
import { ReopeningResolver } from './reopening/reopening.resolver.ts';
import { CaseQualityResolver, RubricResolver } from './rubric/rubric.resolver.ts';
import { SavedViewResolver } from './saved-view/saved-view.resolver.ts';
import { SimilarResolver } from './similar/similar.resolver.ts';
import { DryRunResolver, MovedCaseResolver } from './sla-administration/dry-run.resolver.ts';
import { SubmitResolver } from './submission/submit.resolver.ts';
import { CaseLinkResolver } from './tracking/case-link.resolver.ts';
import { TrackingResolver } from './tracking/tracking.resolver.ts';
import { TransferResolver } from './transfer/transfer.resolver.ts';

const resolvers = [
  AttachmentResolver,
  CannedAnswerResolver,
  NoteResolver,
  FollowUpResolver,
  CaseFollowUpsResolver,
  DryRunResolver,
  MovedCaseResolver,
  SavedViewResolver,
  BulkResolver,
  RubricResolver,
  CaseQualityResolver,
  QuestionResolver,
  InterimResolver,
  ReopeningResolver,
  CaseLinkResolver,
  RatingResolver,
  EscalationResolver,
  CaseResolver,
  CaseActionsResolver,
  DuePreviewResolver,
  CaseGroupsResolver,
  CasesResolver,
  TransferResolver,
  CasePartsResolver,
  ContributionResolver,
  RejectionResolver,
  ProposalResolver,
  MergeResolver,
  FollowedCaseResolver,
  SimilarResolver,
  EntityCasesResolver,
  FeedResolver,
  FiledDetailsResolver,
  LocationResolver,
  IdentityResolver,
  IdentityRequestsResolver,
  ImportResolver,
  SlaResolver,
  SlaStepResolver,
  SlaDayResolver,
  SubmitResolver,
  TrackingResolver,
];

/** Instances of the resolvers above that take something; none is needed to print the schema. */
export interface Instances {
  resolvers: object[];
  reader: CaseReader;
}

/** The schema of this subgraph; without instances only its SDL is of use. */
export function complaintSchema(instances?: Instances) {
  const byClass = new Map(instances?.resolvers.map((one) => [one.constructor, one]));
  return federatedSchema({
    resolvers,
    container: { get: (resolver) => byClass.get(resolver) },
    referenceResolvers: {
      Case: async ({ id }: { id: string }, { viewer }: Context) => {
        const found = await instances?.reader.byGlobalId(id, viewer);
        if (found) return found;
        throw notFound(viewer.language);
      },
      Entity: ({ code }: { code: string }) => ({ code }),
    },
  });
}
