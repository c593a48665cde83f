import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { EntityType } from '../entity/entity.type.ts';
import { PostType } from '../post/post.type.ts';
import { existing } from '../snapshot/existing.ts';
import { mayKnow } from '../staff/staff.policy.ts';
import { StaffMemberType } from '../staff/staff-member.type.ts';
import { UnitType } from '../unit/unit.type.ts';
import type { Context } from './context.ts';

@Resolver(() => PostType)
export class PostResolver {
  @FieldResolver(() => EntityType, {
    nullable: true,
    description: 'The entity it is a post of; null for those above entities.',
  })
  entity(@Root() { row }: PostType, @Ctx() { directory }: Context): EntityType | null {
    return row.entity === null
      ? null
      : new EntityType(existing(directory.entity(row.entity), 'entity', row.entity));
  }

  @FieldResolver(() => UnitType, {
    nullable: true,
    description: 'The unit it belongs to, if it is one’s own.',
  })
  unit(@Root() { row }: PostType, @Ctx() { directory }: Context): UnitType | null {
    return row.unit === null ? null : new UnitType(existing(directory.unit(row.unit), 'unit', row.unit));
  }

  @FieldResolver(() => StaffMemberType, {
    nullable: true,
    description: 'Who holds it today; null when it is vacant, and for callers who are not on the staff.',
  })
  holder(@Root() { row }: PostType, @Ctx() { directory, viewer }: Context): StaffMemberType | null {
    const member = directory.holderOf(row.key);
    return member && mayKnow(viewer, member) ? new StaffMemberType(member) : null;
  }
}
