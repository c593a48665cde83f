import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { PostType } from '../post/post.type.ts';
import { mayKnowAddress } from '../staff/staff.policy.ts';
import { StaffMemberType } from '../staff/staff-member.type.ts';
import type { Context } from './context.ts';

@Resolver(() => StaffMemberType)
export class StaffMemberResolver {
  @FieldResolver(() => String, {
    nullable: true,
    description:
      'Where the platform writes to them. Null when it is not known, and for callers other than administrators, the person and our own programs.',
  })
  email(@Root() { row }: StaffMemberType, @Ctx() { viewer }: Context): string | null {
    return mayKnowAddress(viewer, row) ? row.email : null;
  }

  @FieldResolver(() => [PostType], { description: 'The posts held today.' })
  posts(@Root() { row }: StaffMemberType, @Ctx() { directory }: Context): PostType[] {
    return directory.postsHeldBy(row.key).map((post) => new PostType(post));
  }
}
