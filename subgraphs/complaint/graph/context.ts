import type { RequestContext } from '@bekhedmetkom/platform/subgraph';
import type DataLoader from 'dataloader';
import type { Applicant, ApplicantRequest } from '../contact/read-applicants.ts';
import type { Feed } from './case-feed.ts';

/** What the resolvers of this room are handed, anew for each request and each event of a stream. */
export interface Context extends RequestContext {
  /** Reads identities on the viewer's account; all of one request go into one audited reading. */
  applicants: DataLoader<ApplicantRequest, Applicant>;
  /** Streams; in the context, as subscriptions are opened without an instance of their resolver. */
  feed: Feed;
}
