import { relay } from '../../../../features/live/relay.ts';
import { graphql } from '../../../../graphql/generated/index.ts';

export const dynamic = 'force-dynamic';

const arrivalsDocument = graphql(`
  subscription NotificationArrivals($after: Cursor) {
    notificationReceived(after: $after) {
      cursor
    }
  }
`);

/** Says when a notification arrives for the signed-in person. */
export async function GET(request: Request): Promise<Response> {
  const after = new URL(request.url).searchParams.get('after') ?? request.headers.get('last-event-id');
  return relay({
    document: arrivalsDocument,
    variables: { after },
    cursorOf: (data) => data.notificationReceived.cursor,
    locale: 'ar',
    signal: request.signal,
  });
}
