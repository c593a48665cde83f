import { normaliseCharacters } from '@bekhedmetkom/text/normalise';
import {
  defaultFieldResolver,
  type GraphQLFieldResolver,
  type GraphQLInputType,
  type GraphQLSchema,
  getNamedType,
  isEnumType,
  isInputObjectType,
  isObjectType,
} from 'graphql';

/** Scalars whose values are no text. */
const textless = new Set(['Boolean', 'Int', 'Float', 'DateTime', 'LocalDate', 'Cursor', 'URL']);

/**
 * Every string in an argument of any field, however deep, goes through `normaliseCharacters` before a resolver sees
 * it: a new query or mutation needs nothing of its own for it. Changes the schema that it is given.
 */
export function normaliseArguments(schema: GraphQLSchema): void {
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type)) continue;
    for (const field of Object.values(type.getFields())) {
      if (!field.args.some((argument) => takesText(argument.type))) continue;
      field.resolve = withNormalised(field.resolve ?? defaultFieldResolver);
      if (field.subscribe) field.subscribe = withNormalised(field.subscribe);
    }
  }
}

function withNormalised(
  resolve: GraphQLFieldResolver<unknown, unknown>,
): GraphQLFieldResolver<unknown, unknown> {
  return (source, args, context, info) => resolve(source, normaliseFields(args), context, info);
}

function takesText(type: GraphQLInputType, seen = new Set<string>()): boolean {
  const named = getNamedType(type);
  if (isEnumType(named) || textless.has(named.name) || seen.has(named.name)) return false;
  if (!isInputObjectType(named)) return true;
  seen.add(named.name);
  return Object.values(named.getFields()).some((field) => takesText(field.type, seen));
}

function normaliseFields(fields: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, normaliseValue(value)]));
}

/** Lists and plain objects are gone through; what a scalar has made of its text, a Date for one, stays. */
function normaliseValue(value: unknown): unknown {
  if (typeof value === 'string') return normaliseCharacters(value);
  if (Array.isArray(value)) return value.map(normaliseValue);
  return isPlainObject(value) ? normaliseFields(value) : value;
}

function isPlainObject(value: unknown): value is Record<string, unknown> {
  if (typeof value !== 'object' || value === null) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === null || prototype === Object.prototype;
}
