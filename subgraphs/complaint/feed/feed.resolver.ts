import { encodeCursor } from '@bekhedmetkom/platform/outbox';
import { GraphQLCursor } from '@bekhedmetkom/platform/subgraph';
import { Arg, Ctx, Query, Resolver, Root, Subscription } from 'type-graphql';
import { staffActions } from '../case/transitions.ts';
import type { SeenEvent } from '../graph/case-feed.ts';
import { CaseFilterInput } from '../graph/case-filter.type.ts';
import type { Context } from '../graph/context.ts';
import { CaseEventObject } from './feed.type.ts';

const afterDescription =
  'Cursor of the last event seen: what came since is sent first, then the stream goes live. RESYNC_REQUIRED when that is no longer possible.';

@Resolver()
export class FeedResolver {
  @Query(() => GraphQLCursor, {
    description: 'Where the log of cases stands now, for staff: subscribe after it, then read lists.',
  })
  feedCursor(@Ctx() { viewer, feed }: Context): string {
    return feed.cursor(viewer);
  }

  @Subscription(() => CaseEventObject, {
    description: 'Every change of a case that the viewer may see as staff, in the order of the log.',
    subscribe: ({ args, context }) => {
      const { feed, viewer } = context as Context;
      return feed.watchAll(args, viewer);
    },
  })
  operationFeed(
    @Root() seen: SeenEvent,
    @Arg('filter', () => CaseFilterInput, { nullable: true, description: 'Narrows it; not by text.' })
    _filter: CaseFilterInput | undefined,
    @Arg('after', () => GraphQLCursor, { nullable: true, description: afterDescription })
    _after: string | undefined,
  ): CaseEventObject {
    return toCaseEvent(seen);
  }

  @Subscription(() => CaseEventObject, {
    description:
      'Every change of one case, each file that is added to it and every change of the one that it follows (action null): with its follow-up secret, or for its signed-in applicant and staff in scope. NOT_FOUND for others, as for none.',
    subscribe: ({ args, context }) => {
      const { feed, viewer } = context as Context;
      return feed.watchOne(args, viewer);
    },
  })
  caseChanged(
    @Root() seen: SeenEvent,
    @Arg('reference', () => String, { description: 'Reference of the case.' }) _reference: string,
    @Arg('secret', () => String, { nullable: true, description: 'Its follow-up secret.' })
    _secret: string | undefined,
    @Arg('after', () => GraphQLCursor, { nullable: true, description: afterDescription })
    _after: string | undefined,
  ): CaseEventObject {
    return toCaseEvent(seen);
  }
}

function toCaseEvent({ event, kase }: SeenEvent): CaseEventObject {
  // What was done to the case that it follows is not done to it.
  const own = event.key === kase.record.id;
  // A file that was added is no step of the case.
  const action = 'action' in event.payload ? event.payload.action : null;
  const isTold = kase.access.seesInternal || action === null || !staffActions.has(action);
  return {
    cursor: encodeCursor(event.position),
    at: event.at,
    action: own && isTold ? action : null,
    version: own ? event.version : kase.version,
    case: kase,
  };
}
