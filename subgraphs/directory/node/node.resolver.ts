import { Node } from '@bekhedmetkom/platform/subgraph';
import { Arg, Ctx, ID, Query, Resolver } from 'type-graphql';
import type { Context } from '../graph/context.ts';
import { findNode } from './find-node.ts';

@Resolver()
export class NodeResolver {
  @Query(() => Node, {
    nullable: true,
    description: 'Anything by its id; null for what does not exist and for what the caller may not see.',
  })
  node(@Arg('id', () => ID, { description: 'As it was given.' }) id: string, @Ctx() context: Context) {
    return findNode(id, context);
  }
}
