import { Fault } from '@bekhedmetkom/platform/errors';
import { Arg, Ctx, Directive, Query, Resolver } from 'type-graphql';
import type { Context } from '../graph/context.ts';
import { mayAskAuthorisation } from './authorisation.policy.ts';
import { readGrants } from './authorisation.repository.ts';
import { AuthorisationType } from './authorisation.type.ts';

@Resolver()
export class AuthorisationResolver {
  @Query(() => AuthorisationType, {
    description: 'What a subject of the issuer may do today, by the database’s clock. For our own programs.',
  })
  @Directive('@inaccessible')
  async authorisation(
    @Arg('subject', () => String, { description: 'As the issuer calls the person.' }) subject: string,
    @Ctx() { viewer, database }: Context,
  ): Promise<AuthorisationType> {
    if (!mayAskAuthorisation(viewer)) throw new Fault('FORBIDDEN', 'Only programs may ask this.');
    return { grants: await readGrants(database, subject) };
  }
}
