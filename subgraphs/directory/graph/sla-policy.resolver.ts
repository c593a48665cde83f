import { holds } from '@bekhedmetkom/platform/auth';
import type * as words from '@bekhedmetkom/schema/events/vocabulary';
import { Arg, Ctx, FieldResolver, Mutation, Query, Resolver, Root } from 'type-graphql';
import { forbidden } from '../refusal/forbidden.ts';
import { toUserError } from '../refusal/refusal.ts';
import { publishSlaPolicy } from '../sla-policy/publish-sla-policy.ts';
import { PublishSlaPolicyInput, SlaPolicyPayload, SlaPolicyType } from '../sla-policy/sla-policy.type.ts';
import { mayKnow } from '../staff/staff.policy.ts';
import { StaffMemberType } from '../staff/staff-member.type.ts';
import { Programme } from '../vocabulary/enums.ts';
import type { Context } from './context.ts';

const most = 50;

@Resolver(() => SlaPolicyType)
export class SlaPolicyResolver {
  @Query(() => [SlaPolicyType], {
    description: 'Versions of a programme’s policy, the newest first; at most 50.',
  })
  slaPolicies(
    @Arg('programme', () => Programme, { description: 'The programme.' }) programme: words.Programme,
    @Ctx() { directory }: Context,
  ): SlaPolicyType[] {
    return directory.slaPolicies
      .filter((one) => one.policy.programme === programme)
      .toReversed()
      .slice(0, most)
      .map((one) => new SlaPolicyType(one));
  }

  @FieldResolver(() => StaffMemberType, {
    nullable: true,
    description: 'Who published it; null for the first one, and for callers who are not on the staff.',
  })
  publishedBy(
    @Root() { publishedBy }: SlaPolicyType,
    @Ctx() { directory, viewer }: Context,
  ): StaffMemberType | null {
    const member = publishedBy === null ? undefined : directory.staffMemberOf(publishedBy);
    return member && mayKnow(viewer, member) ? new StaffMemberType(member) : null;
  }

  @Mutation(() => SlaPolicyPayload, {
    description:
      'Publishes a policy as the next version of its programme; it takes effect at a midnight to come, and cycles that began before keep theirs. By an administrator.',
  })
  async publishSlaPolicy(
    @Arg('input', () => PublishSlaPolicyInput) input: PublishSlaPolicyInput,
    @Ctx() { database, viewer }: Context,
  ): Promise<SlaPolicyPayload> {
    if (viewer.kind !== 'person' || !holds(viewer, 'ADMINISTRATOR')) throw forbidden(viewer);
    const { policy, expectedVersion } = input;
    const checkOnly = input.checkOnly ?? false;
    const draft = {
      ...policy,
      resolve: policy.resolve.map((row) => ({ ...row, pillar: row.pillar ?? null })),
    };
    const { published, refusals } = await publishSlaPolicy(database, {
      draft,
      expectedVersion,
      checkOnly,
      viewer,
    });
    return {
      policy: published && new SlaPolicyType(published),
      userErrors: refusals.map((refusal) => {
        const field = refusal.refused === 'CONFLICT' ? refusal.field : ['policy', ...(refusal.field ?? [])];
        return toUserError({ ...refusal, ...(field && { field }) }, viewer.language);
      }),
    };
  }
}
