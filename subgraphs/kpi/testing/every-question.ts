/** Every question that the schema lets somebody ask, by introspection: a new field or argument is asked as well. */
import {
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLInputType,
  type GraphQLObjectType,
  type GraphQLOutputType,
  type GraphQLSchema,
  getNamedType,
  isEnumType,
  isInputObjectType,
  isLeafType,
  isListType,
  isNonNullType,
  isObjectType,
} from 'graphql';
import { kpiNames } from '../figure/figure.ts';
import { isOfNow } from '../graph/read-question.ts';

export interface EveryQuestion {
  /** Where it leads: `Query.kpis`, `Entity.kpis`. */
  field: string;
  kind: 'query' | 'subscription';
  text: string;
}

/** Differ from one answer to the next although nothing has changed. */
const ofTheMoment = ['DateTime', 'Cursor'];
/** Of federation, not of figures. */
const ofFederation = ['_service', '_entities'];

/** The codes that filters and references are tried with, by the name of the field. */
export type Codes = Readonly<Record<string, readonly string[]>>;

/** All questions over a window (`{ from, to }` as GraphQL writes it). Throws for an argument that it does not know. */
export function everyQuestion(schema: GraphQLSchema, window: string, codes: Codes): EveryQuestion[] {
  const ask = (field: GraphQLField<unknown, unknown>) =>
    argumentLists(field.args, window, codes).map(
      (list) => `${field.name}${list}${selectionOf(field.type, window, codes)}`,
    );
  const roots = (type: GraphQLObjectType | null | undefined, kind: EveryQuestion['kind']): EveryQuestion[] =>
    Object.values(type?.getFields() ?? {})
      .filter(({ name }) => !ofFederation.includes(name))
      .flatMap((field) =>
        ask(field).map((text) => ({
          field: `${type?.name}.${field.name}`,
          kind,
          text: `${kind} { ${text} }`,
        })),
      );
  return [
    ...roots(schema.getQueryType(), 'query'),
    ...roots(schema.getSubscriptionType(), 'subscription'),
    ...entitiesOf(schema).flatMap((type) =>
      Object.values(type.getFields()).flatMap((field) =>
        ask(field).map((text) => ({
          field: `${type.name}.${field.name}`,
          kind: 'query' as const,
          text: `query { _entities(representations: [${representations(type, codes)}]) { ... on ${type.name} { ${text} } } }`,
        })),
      ),
    ),
  ];
}

function entitiesOf(schema: GraphQLSchema): GraphQLObjectType[] {
  const union = schema.getType('_Entity');
  return union && 'getTypes' in union ? [...union.getTypes()] : [];
}

function representations(type: GraphQLObjectType, codes: Codes): string {
  const known = codes[type.name.toLowerCase()] ?? [];
  return known.map((code) => `{ __typename: "${type.name}", code: "${code}" }`).join(', ');
}

/** The lists of arguments to try: all as usual, and each other value of one with the usual ones of the rest. */
function argumentLists(args: readonly GraphQLArgument[], window: string, codes: Codes): string[] {
  const values = args.map(({ name, type }) => ({ name, tried: valuesOf(name, type, window, codes) }));
  const usual = values.map(({ name, tried }) => `${name}: ${tried[0]}`);
  const lists = values.flatMap(({ name, tried }, place) =>
    tried.map((value) => usual.with(place, `${name}: ${value}`)),
  );
  const texts = (lists.length > 0 ? lists : [[]]).map((list) =>
    list.length > 0 ? `(${list.join(', ')})` : '',
  );
  return [...new Set(texts)];
}

function valuesOf(name: string, type: GraphQLInputType, window: string, codes: Codes): string[] {
  if (isNonNullType(type)) return valuesOf(name, type.ofType, window, codes);
  const named = getNamedType(type);
  if (named.name === 'WindowInput') return [window];
  if (named.name === 'KpiDimension' && isEnumType(named))
    return dimensionsOf(named.getValues().map((one) => one.name));
  if (named.name === 'KpiName') {
    const series = kpiNames.filter((figure) => !isOfNow(figure));
    return isListType(type) ? [`[${series}]`, `[${kpiNames}]`] : [...kpiNames];
  }
  if (isInputObjectType(named)) {
    const fields = Object.values(named.getFields());
    return [
      'null',
      ...fields.flatMap((field) =>
        valuesOf(field.name, field.type, window, codes).map((value) => `{ ${field.name}: ${value} }`),
      ),
    ];
  }
  if (isEnumType(named) && named.name === 'Language') return ['EN'];
  if (isEnumType(named) && isListType(type)) return named.getValues().map((one) => `[${one.name}]`);
  if (named.name === 'String' && codes[name]) return codes[name].map((code) => `["${code}"]`);
  if (named.name === 'Int') return ['2000'];
  throw new Error(`Say which values the argument ${name} of type ${named.name} is to be tried with.`);
}

/** Each alone, and each with each. */
function dimensionsOf(all: readonly string[]): string[] {
  const ofTime = ['DAY', 'WEEK', 'MONTH'];
  const pairs = all.flatMap((one, place) =>
    all
      .slice(place + 1)
      .flatMap((other) => (ofTime.includes(one) && ofTime.includes(other) ? [] : [`[${one}, ${other}]`])),
  );
  return [...all.map((one) => `[${one}]`), ...pairs];
}

function selectionOf(type: GraphQLOutputType, window: string, codes: Codes): string {
  const named = getNamedType(type);
  if (isLeafType(named) || !isObjectType(named)) return '';
  const fields = Object.values(named.getFields()).flatMap((field) => {
    if (ofTheMoment.includes(getNamedType(field.type).name)) return [];
    return argumentLists(field.args, window, codes).map(
      (list, index) =>
        `a${index}_${field.name}: ${field.name}${list}${selectionOf(field.type, window, codes)}`,
    );
  });
  return ` { ${fields.join(' ')} }`;
}
