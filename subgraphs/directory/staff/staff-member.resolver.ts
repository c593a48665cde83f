import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { Context } from '../graph/context.ts';
import { PostType } from '../post/post.type.ts';
import { StaffMemberType } from './staff-member.type.ts';

@Resolver(() => StaffMemberType)
export class StaffMemberResolver {
  @FieldResolver(() => [PostType], { description: 'The posts held today.' })
  posts(@Root() { row }: StaffMemberType, @Ctx() { directory }: Context): PostType[] {
    return directory.postsHeldBy(row.key).map((post) => new PostType(post));
  }
}
