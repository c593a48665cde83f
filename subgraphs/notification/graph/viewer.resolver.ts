import { Ctx, Directive, Field, FieldResolver, ID, Int, ObjectType, Resolver } from 'type-graphql';
import { countNotifications } from '../notification/notification.repository.ts';
import type { Context } from './context.ts';
import { ownSubject } from './notification.policy.ts';

// Described where it is at home, in the directory.
@ObjectType('Viewer')
@Directive('@key(fields: "id")')
export class ViewerType {
  @Field(() => ID)
  id: string;
}

@Resolver(() => ViewerType)
export class ViewerResolver {
  @FieldResolver(() => Int, {
    nullable: true,
    description: 'How many notifications of the viewer are not read yet; exact up to 10,000, then 10,000.',
  })
  unreadNotifications(@Ctx() { viewer, database }: Context): Promise<number> {
    return countNotifications(database, ownSubject(viewer), true);
  }
}
