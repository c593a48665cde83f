import type { Viewer } from '@bekhedmetkom/platform/auth';
import type { Database } from '@bekhedmetkom/platform/database';
import {
  type Connection,
  keysetCursor,
  makeConnection,
  readKeyset,
  readPage,
} from '@bekhedmetkom/platform/subgraph';
import { Args, Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import { z } from 'zod';
import { custodianScope, isStaff } from '../case-access/case.policy.ts';
import type { DatabaseClock } from '../clock/database-clock.ts';
import type { SealedWords } from '../confidential/sealed-words.ts';
import { CaseObject } from '../graph/case.type.ts';
import type { CaseReader } from '../graph/case-reader.ts';
import type { Context } from '../graph/context.ts';
import { nothingThere } from '../refusal/not-found.ts';
import {
  IdentityRequest,
  IdentityRequestConnection,
  IdentityRequestsArgs,
  toIdentityRequest,
} from './identity.type.ts';
import {
  countOwnRequests,
  countRequestsToDecide,
  listOwnRequests,
  listRequestsToDecide,
} from './identity-request.store.ts';

interface Dependencies {
  database: Database;
  clock: DatabaseClock;
  reader: CaseReader;
  words: SealedWords;
}

@Resolver(() => IdentityRequest)
export class IdentityRequestsResolver {
  readonly #around: Dependencies;
  constructor(deps: Dependencies) {
    this.#around = deps;
  }

  @Query(() => IdentityRequestConnection, {
    description:
      'Requests to be shown who filed a report: those that wait for the viewer’s decision, or the viewer’s own. For staff; nothing waits for who holds a post in an entity.',
  })
  async identityRequests(
    @Args(() => IdentityRequestsArgs) args: IdentityRequestsArgs,
    @Ctx() { viewer }: Context,
  ): Promise<Connection<IdentityRequest>> {
    const { subject } = viewer;
    if (!isStaff(viewer) || subject === null) throw nothingThere(viewer.language);
    const { limit, after } = readPage(args);
    const [place] = readKeyset(after, z.tuple([z.uuid()])) ?? [null];
    const { rows, count, mayDecide } = await this.#list(args.list, viewer, subject, {
      limit: limit + 1,
      after: place,
    });
    const now = await this.#around.clock.now();
    return makeConnection({
      rows,
      limit,
      continued: after !== null,
      toNode: (row) => toIdentityRequest(row, { viewer, now, mayDecide, words: this.#around.words }),
      toCursor: (row) => keysetCursor(row.id),
      count,
    });
  }

  @FieldResolver(() => CaseObject, {
    nullable: true,
    description: 'The report; null to who may not see it any more.',
  })
  case(@Root() { row }: IdentityRequest, @Ctx() { viewer }: Context): Promise<CaseObject | null> {
    return this.#around.reader.byId(row.caseId, viewer);
  }

  async #list(
    list: IdentityRequestsArgs['list'],
    viewer: Viewer,
    subject: string,
    page: { limit: number; after: string | null },
  ) {
    const { database } = this.#around;
    if (list === 'OWN') {
      const count = () => countOwnRequests(database, subject);
      return { rows: await listOwnRequests(database, subject, page), count, mayDecide: false };
    }
    const scope = custodianScope(viewer);
    if (!scope) return { rows: [], count: async () => 0, mayDecide: false };
    return {
      rows: await listRequestsToDecide(database, subject, scope, page),
      count: () => countRequestsToDecide(database, subject, scope),
      mayDecide: true,
    };
  }
}
