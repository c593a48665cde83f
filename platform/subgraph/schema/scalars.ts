import { isDate, writeAmman } from '@bekhedmetkom/time/amman';
import { GraphQLError, GraphQLScalarType, Kind } from 'graphql';

interface Plan<T> {
  name: string;
  description: string;
  /** Throws nothing; null is "not one of these". */
  read(text: string): T | null;
  write(value: unknown): string | null;
}

function textScalar<T>({ name, description, read, write }: Plan<T>): GraphQLScalarType<T, string> {
  const parse = (value: unknown): T => {
    const result = typeof value === 'string' ? read(value) : null;
    if (result !== null) return result;
    throw new GraphQLError(`This is not a ${name}: ${description}`, {
      extensions: { code: 'BAD_USER_INPUT' },
    });
  };
  return new GraphQLScalarType<T, string>({
    name,
    description,
    parseValue: parse,
    parseLiteral: (node) => parse(node.kind === Kind.STRING ? node.value : null),
    serialize(value) {
      const text = write(value);
      if (text === null) throw new TypeError(`a resolver gave a ${name} that is none`);
      return text;
    },
  });
}

const instant = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,9})?(Z|[+-]\d\d:\d\d)$/i;

function readDay(text: string): string | null {
  return isDate(text) ? text : null;
}

function readInstant(text: string): Date | null {
  if (!instant.test(text) || readDay(text.slice(0, 10)) === null) return null;
  const date = new Date(text);
  return Number.isNaN(date.getTime()) ? null : date;
}

/** Inside: a Date, or the ISO text of an event. Outside: with Jordan's offset at that moment, +03:00 since 2022. */
export const GraphQLDateTime = textScalar<Date>({
  name: 'DateTime',
  description: 'A moment, RFC 3339 with an offset; given in that of Jordan at the moment.',
  read: readInstant,
  write(value) {
    const date = typeof value === 'string' ? readInstant(value) : value;
    if (!(date instanceof Date) || Number.isNaN(date.getTime())) return null;
    return writeAmman(date);
  },
});

/** Inside and outside: text. */
export const GraphQLLocalDate = textScalar<string>({
  name: 'LocalDate',
  description: 'A calendar day in Jordan, YYYY-MM-DD.',
  read: readDay,
  write: (value) => (typeof value === 'string' ? readDay(value) : null),
});

/** Inside and outside: text. */
export const GraphQLCursor = textScalar<string>({
  name: 'Cursor',
  description: 'A place in a list or stream, to be given back as it was received.',
  read: (text) => (/^[\w-]{1,500}$/.test(text) ? text : null),
  write: (value) => (typeof value === 'string' ? value : null),
});

/** Inside and outside: text. */
export const GraphQLURL = textScalar<string>({
  name: 'URL',
  description: 'An absolute http or https address.',
  read: readUrl,
  write: (value) => readUrl(String(value)),
});

function readUrl(text: string): string | null {
  const url = URL.canParse(text) ? new URL(text) : null;
  return url && ['http:', 'https:'].includes(url.protocol) ? url.href : null;
}
