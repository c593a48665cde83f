import { graphql } from '../../../../../graphql/generated/index.ts';
import { query } from '../../../../../graphql/server.ts';
import { secretOf } from '../../../../../session/cookies/followed-cases.ts';

export const dynamic = 'force-dynamic';

const linksBySecretDocument = graphql(`
  query AttachmentLinksBySecret($reference: String!, $secret: String!) {
    case: trackCase(reference: $reference, secret: $secret) {
      attachments {
        id
        url
      }
    }
  }
`);
const linksDocument = graphql(`
  query AttachmentLinks($reference: String!) {
    case: caseByReference(reference: $reference) {
      attachments {
        id
        url
      }
    }
  }
`);

/** Leads to a fresh link to a file, for whoever may see its case now: links themselves live five minutes. */
export async function GET(
  _: Request,
  { params }: { params: Promise<{ reference: string; id: string }> },
): Promise<Response> {
  const { reference, id } = await params;
  const secret = await secretOf(reference);
  const { data } = secret
    ? await query(linksBySecretDocument, { reference, secret }, 'ar')
    : await query(linksDocument, { reference }, 'ar');
  const url = data?.case?.attachments.find((one) => one.id === id)?.url;
  if (!url) return new Response(null, { status: 404 });
  return new Response(null, {
    status: 303,
    headers: { location: `/api${url}`, 'cache-control': 'no-store' },
  });
}
