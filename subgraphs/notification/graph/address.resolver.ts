import { UserError } from '@bekhedmetkom/platform/subgraph';
import { MaxLength } from 'class-validator';
import { Arg, Ctx, Field, InputType, Mutation, ObjectType, Resolver } from 'type-graphql';
import { proveAddress } from '../mail/address.repository.ts';
import { sayRefusal } from '../refusal/say-refusal.ts';
import type { Context } from './context.ts';

@InputType({ description: 'What a link in a mail carries.' })
export class ConfirmMailAddressInput {
  @Field(() => String, { description: 'The last part of the link, as it came.' })
  @MaxLength(100)
  token: string;
}

@ObjectType({ description: 'What became of confirming an address.' })
export class ConfirmMailAddressPayload {
  @Field(() => Boolean, { description: 'Whether mails to the address now name the subject of a case.' })
  confirmed: boolean;

  @Field(() => [UserError], { description: 'Empty when it was done.' })
  userErrors: UserError[];
}

@Resolver()
export class MailAddressResolver {
  @Mutation(() => ConfirmMailAddressPayload, {
    description:
      'Says that a mail address is its reader’s: until then mails to it name neither the subject of a case nor a ' +
      'person, and carry no link that rates. Needs no account; the token comes in each such mail and may be used again.',
  })
  async confirmMailAddress(
    @Arg('input', () => ConfirmMailAddressInput) { token }: ConfirmMailAddressInput,
    @Ctx() { database, addressKeys, viewer }: Context,
  ): Promise<ConfirmMailAddressPayload> {
    const hash = addressKeys.readToken(token);
    if (hash && (await proveAddress(database, hash))) return { confirmed: true, userErrors: [] };
    const message = sayRefusal('no-address', viewer.language);
    return {
      confirmed: false,
      userErrors: [{ field: ['input', 'token'], message, code: 'CONFIRMATION_LINK_WRONG' }],
    };
  }
}
