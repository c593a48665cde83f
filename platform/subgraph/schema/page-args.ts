import { ArgsType, Field, Int } from 'type-graphql';
import type { z } from 'zod';
import { Fault } from '../../errors/errors.ts';
import { GraphQLCursor } from './scalars.ts';

const maxPageSize = 100;

@ArgsType()
export class PageArgs {
  @Field(() => Int, { nullable: true, defaultValue: 20, description: 'How many, 1 to 100.' })
  first?: number | null;

  @Field(() => GraphQLCursor, { nullable: true, description: 'The cursor after which to go on.' })
  after?: string | null;
}

/** How many rows to read and from where. Throws a Fault BAD_USER_INPUT unless 1 ≤ first ≤ 100. */
export function readPage(args: PageArgs, usual = 20): { limit: number; after: string | null } {
  const limit = args.first ?? usual;
  if (limit >= 1 && limit <= maxPageSize) return { limit, after: args.after ?? null };
  throw new Fault('BAD_USER_INPUT', {
    ar: `عدد العناصر المطلوب («first») يجب أن يكون بين 1 و${maxPageSize}.`,
    en: `"first" must be between 1 and ${maxPageSize}.`,
  });
}

/** Arguments of a list that may be read from either end; its items come in one order whichever. */
@ArgsType()
export class EitherEndArgs extends PageArgs {
  @Field(() => Int, {
    nullable: true,
    description:
      'How many from the end of the list, 1 to 100, in place of `first`: they come in the same order, and earlier ones are cut.',
  })
  last?: number | null;

  @Field(() => GraphQLCursor, {
    nullable: true,
    description: 'With `last`: the cursor before which to go on.',
  })
  before?: string | null;
}

/** A page of a list that is read from its start on, or from its end back. */
export interface EitherEndPage {
  from: 'START' | 'END';
  limit: number;
  /** The cursor beyond which to go on; null: from the very end. */
  place: string | null;
}

/** Which rows to read, and from which end. Throws a Fault BAD_USER_INPUT unless 1 to 100 are asked for. */
export function readEitherEnd(args: EitherEndArgs, usual = 20): EitherEndPage {
  if (args.last === null || args.last === undefined) {
    const { limit, after } = readPage(args, usual);
    return { from: 'START', limit, place: after };
  }
  const { limit, after } = readPage({ first: args.last, after: args.before ?? null }, usual);
  return { from: 'END', limit, place: after };
}

/** A cursor for the row whose sort key these values are. */
export function keysetCursor(...key: (string | number | null)[]): string {
  return Buffer.from(JSON.stringify(key)).toString('base64url');
}

/** The sort key in a cursor, checked against its shape; null without a cursor. Throws a Fault BAD_USER_INPUT. */
export function readKeyset<S extends z.ZodType>(
  cursor: string | null | undefined,
  shape: S,
): z.infer<S> | null {
  if (!cursor) return null;
  try {
    const key: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString());
    // No database takes U+0000 in a text.
    if (JSON.stringify(key).includes('\\u0000')) throw new TypeError('a cursor holds U+0000');
    return shape.parse(key);
  } catch (cause) {
    const words = {
      ar: 'هذا ليس مؤشرًا أعطيناه لهذه القائمة.',
      en: 'This is not a cursor that we gave for this list.',
    };
    throw new Fault('BAD_USER_INPUT', words, { cause });
  }
}
