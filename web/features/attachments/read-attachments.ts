import type { AttachmentList_CaseFragment } from '../../graphql/generated/graphql.ts';
import { graphql, readFragment } from '../../graphql/generated/index.ts';
import { query } from '../../graphql/server.ts';
import { attachmentListFragment } from './attachment-list.tsx';

const bySecretDocument = graphql(`
  query AttachmentsBySecret($reference: String!, $secret: String!) {
    case: trackCase(reference: $reference, secret: $secret) {
      ...AttachmentList_Case
    }
  }
`);

const ownDocument = graphql(`
  query Attachments($reference: String!) {
    case: caseByReference(reference: $reference) {
      ...AttachmentList_Case
    }
  }
`);

/** The files of a case, with its secret or as who is signed in; null when there is no answer. */
export async function readAttachments(
  reference: string,
  secret: string | null,
): Promise<AttachmentList_CaseFragment | null> {
  const { data } = secret
    ? await query(bySecretDocument, { reference, secret })
    : await query(ownDocument, { reference });
  return readFragment(attachmentListFragment, data?.case) ?? null;
}
