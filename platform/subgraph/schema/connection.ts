import { Field, Int, ObjectType } from 'type-graphql';
import { GraphQLCursor } from './scalars.ts';
import { PageInfo } from './shared-types.ts';

export interface Edge<N> {
  cursor: string;
  node: N;
}

export interface Connection<N> {
  edges: Edge<N>[];
  pageInfo: PageInfo;
  /** Only asked when the client asks for `totalCount`. */
  count(): number | Promise<number>;
}

type Class<N> = abstract new (...args: never[]) => N;

/**
 * The Relay connection type of one node type, by its name in the graph: `connectionOf('Case', () => CaseType)`.
 * Its resolver returns what `makeConnection` makes.
 */
export function connectionOf<N extends object>(name: string, node: () => Class<N>): new () => Connection<N> {
  @ObjectType(`${name}Edge`, { description: 'One item of a list, and where it stands.' })
  class NodeEdge implements Edge<N> {
    @Field(() => GraphQLCursor, { description: 'Give it as `after` to go on behind this item.' })
    cursor: string;

    @Field(() => node() as new () => N, { description: 'The item.' })
    node: N;
  }

  @ObjectType(`${name}Connection`, { description: 'A page of a list.' })
  class NodeConnection implements Connection<N> {
    @Field(() => [NodeEdge], { description: 'The items of this page, in order.' })
    edges: Edge<N>[];

    @Field(() => PageInfo, { description: 'Where this page stands in the list.' })
    pageInfo: PageInfo;

    count: () => number | Promise<number>;

    @Field(() => Int, { description: 'How many the list has; exact up to 10,000, then 10,000.' })
    totalCount(): number | Promise<number> {
      return this.count();
    }
  }

  return NodeConnection;
}

interface Page<R, N> {
  /** In order; one more than `limit` when there are more. */
  rows: R[];
  limit: number;
  /** Whether the page began beyond a cursor. */
  continued: boolean;
  /** The end of the list from which the rows were read; of END the one too many is the first. */
  from?: 'START' | 'END';
  toNode(row: R): N;
  toCursor(row: R): string;
  count(): number | Promise<number>;
}

/** Makes a page of rows into a connection. Read `limit + 1` rows, so that it knows whether more follow. */
export function makeConnection<R, N>({
  rows,
  limit,
  continued,
  from = 'START',
  toNode,
  toCursor,
  count,
}: Page<R, N>): Connection<N> {
  const hasMore = rows.length > limit;
  const kept = from === 'END' && hasMore ? rows.slice(1) : rows.slice(0, limit);
  const edges = kept.map((row) => ({ cursor: toCursor(row), node: toNode(row) }));
  return {
    edges,
    pageInfo: {
      hasNextPage: from === 'END' ? continued : hasMore,
      hasPreviousPage: from === 'END' ? hasMore : continued,
      startCursor: edges[0]?.cursor ?? null,
      endCursor: edges.at(-1)?.cursor ?? null,
    },
    count,
  };
}
