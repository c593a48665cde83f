import { Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import type { Context } from '../graph/context.ts';
import { PostType } from '../post/post.type.ts';
import { ViewerType } from './viewer.type.ts';
import { viewerOf } from './viewer-of.ts';

@Resolver(() => ViewerType)
export class ViewerResolver {
  @Query(() => ViewerType, { nullable: true, description: 'Whoever is signed in; null for everybody else.' })
  viewer(@Ctx() context: Context): ViewerType | null {
    return viewerOf(context);
  }

  @FieldResolver(() => [PostType], { description: 'The posts held today.' })
  posts(@Root() { member }: ViewerType, @Ctx() { directory }: Context): PostType[] {
    return member ? directory.postsHeldBy(member.key).map((post) => new PostType(post)) : [];
  }
}
