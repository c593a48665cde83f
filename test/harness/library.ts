import { Fault } from '@bekhedmetkom/platform/errors';
import {
  type Connection,
  connectionOf,
  GraphQLDateTime,
  keysetCursor,
  LanguageCode,
  makeConnection,
  Node,
  PageArgs,
  type RequestContext,
  readKeyset,
  readPage,
  toGlobalId,
} from '@bekhedmetkom/platform/subgraph';
import { IsNotEmpty, MaxLength } from 'class-validator';
import {
  Arg,
  Args,
  Ctx,
  Directive,
  Field,
  FieldResolver,
  ID,
  InputType,
  Int,
  Mutation,
  ObjectType,
  Query,
  Resolver,
  Root,
  registerEnumType,
  Subscription,
} from 'type-graphql';
import { z } from 'zod';

enum Shelf {
  LOW = 'low',
  HIGH = 'high',
}
registerEnumType(Shelf, { name: 'Shelf' });

@ObjectType({ implements: Node, description: 'Something to read.' })
@Directive('@key(fields: "id")')
export class Book extends Node {
  @Field(() => Int)
  number: number;

  @Field(() => Shelf)
  shelf: Shelf;

  @Field(() => GraphQLDateTime)
  bought: Date;
}

@InputType()
class BookInput {
  @Field(() => String)
  @IsNotEmpty()
  @MaxLength(5)
  title: string;
}

@InputType()
class NoteInput {
  @Field(() => [String])
  lines: string[];
  @Field(() => GraphQLDateTime, { nullable: true })
  at: Date | null;
}

const BookConnection = connectionOf('Book', () => Book);

export const books: Book[] = Array.from({ length: 25 }, (_, index) => ({
  id: toGlobalId('Book', String(index)),
  number: index,
  shelf: index % 2 ? Shelf.HIGH : Shelf.LOW,
  bought: new Date(Date.UTC(2026, 0, 1, index)),
}));

export interface LibraryContext extends RequestContext {
  opened: number;
}

/** Streams that tests drive. */
export const stream = {
  source: (): AsyncIterable<Book> => {
    throw new Error('no test drives this stream');
  },
};

@Resolver(() => Book)
export class BookResolver {
  @Query(() => Book, { nullable: true })
  book(@Arg('number', () => Int) number: number): Book | null {
    return books[number] ?? null;
  }

  @Query(() => BookConnection)
  books(@Args(() => PageArgs) args: PageArgs): Connection<Book> {
    const { limit, after } = readPage(args);
    const [last] = readKeyset(after, z.tuple([z.number().int()])) ?? [-1];
    const rows = books.filter((book) => book.number > last).slice(0, limit + 1);
    const toCursor = (book: Book) => keysetCursor(book.number);
    return makeConnection({
      rows,
      limit,
      continued: after !== null,
      toNode: (b) => b,
      toCursor,
      count: () => 25,
    });
  }

  @Query(() => Node, { nullable: true })
  node(@Arg('id', () => ID) id: string): (Node & { __typename: string }) | null {
    const book = books.find((one) => one.id === id);
    return book ? { __typename: 'Book', ...book } : null;
  }

  @Query(() => String)
  whoAmI(@Ctx() { viewer }: LibraryContext): string {
    return `${viewer.kind} ${viewer.subject}`;
  }

  @Query(() => String)
  broken(@Arg('how', () => String) how: string): string {
    if (how === 'fault') throw new Fault('CONFLICT', 'somebody was faster', { extensions: { version: 3 } });
    if (how === 'down')
      throw Object.assign(new Error('connect ECONNREFUSED 10.0.0.1'), { code: 'ECONNREFUSED' });
    throw new Error('postgres://user:password@host/database');
  }

  @Query(() => String)
  echo(
    @Arg('text', () => String) text: string,
    @Arg('notes', () => [NoteInput], { defaultValue: [] }) notes: NoteInput[],
  ): string {
    return JSON.stringify([text, ...notes.map(({ lines, at }) => [lines, at?.toISOString()])]);
  }

  @Mutation(() => Book, { nullable: true })
  addBook(@Arg('input', () => BookInput) input: BookInput): Book | null {
    return input.title === 'none' ? null : (books[0] ?? null);
  }

  @FieldResolver(() => String)
  name(
    @Root() book: Book,
    @Arg('lang', () => LanguageCode, { nullable: true }) language?: LanguageCode,
  ): string {
    return `${language ?? 'none'} ${book.number}`;
  }

  @Subscription(() => Book, { subscribe: () => stream.source() })
  bookAdded(@Root() book: Book): Book {
    return book;
  }

  @Subscription(() => Int, { subscribe: () => stream.source() })
  contextOpened(@Ctx() { opened }: LibraryContext): number {
    return opened;
  }
}

@ObjectType()
@Directive('@key(fields: "id")')
export class Reader {
  @Field(() => ID)
  @Directive('@external')
  id: string;

  @Field(() => Int)
  @Directive('@cost(weight: 3)')
  lent: number;
}

@Resolver(() => Reader)
export class ReaderResolver {
  @Query(() => Int)
  readers(@Arg('first', () => Int, { defaultValue: 3 }) first: number): number {
    return first;
  }
}
