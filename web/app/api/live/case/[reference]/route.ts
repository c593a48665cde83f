import { relay } from '../../../../../features/live/relay.ts';
import { graphql } from '../../../../../graphql/generated/index.ts';
import { secretOf } from '../../../../../session/cookies/followed-cases.ts';

export const dynamic = 'force-dynamic';

const changesDocument = graphql(`
  subscription CaseChanges($reference: String!, $secret: String, $after: Cursor) {
    caseChanged(reference: $reference, secret: $secret, after: $after) {
      cursor
      version
    }
  }
`);

/** Says when a case changes, to whoever may see it: with the secret of this device, or as its applicant. */
export async function GET(
  request: Request,
  { params }: { params: Promise<{ reference: string }> },
): Promise<Response> {
  const { reference } = await params;
  const after = new URL(request.url).searchParams.get('after') ?? request.headers.get('last-event-id');
  return relay({
    document: changesDocument,
    variables: { reference, secret: await secretOf(reference), after },
    cursorOf: (data) => data.caseChanged.cursor,
    locale: 'ar',
    signal: request.signal,
  });
}
