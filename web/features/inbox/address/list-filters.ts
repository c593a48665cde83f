/**
 * The filters of the inbox that are lists of values: by which parameter of the address, which field of the graph, and
 * which values there are. A new filter is a row here; the address, its chips and the list follow.
 */
import type { CaseFilter } from '../../../graphql/generated/graphql.ts';
import {
  caseTypes,
  channels,
  escalationLevels,
  importances,
  listedStates,
  pillars,
} from '../../staff/vocabulary.ts';

interface ListFilter {
  parameter: string;
  field: keyof CaseFilter;
  /** All values, in their order; or which texts may be one: codes and ids, of which the server knows the rest. */
  values: readonly string[] | RegExp;
}

const code = /^[A-Za-z0-9][A-Za-z0-9_-]{0,59}$/;
const globalId = /^[A-Za-z0-9_=+/-]{1,200}$/;

export const listFilters = {
  types: { parameter: 'type', field: 'type', values: caseTypes },
  states: { parameter: 'state', field: 'state', values: listedStates },
  importances: { parameter: 'importance', field: 'importance', values: importances },
  levels: { parameter: 'level', field: 'escalation', values: escalationLevels },
  pillars: { parameter: 'pillar', field: 'pillar', values: pillars },
  channels: { parameter: 'channel', field: 'channel', values: channels },
  entities: { parameter: 'entity', field: 'entity', values: code },
  sectors: { parameter: 'sector', field: 'sector', values: code },
  governorates: { parameter: 'governorate', field: 'governorate', values: code },
  topics: { parameter: 'topic', field: 'category', values: code },
  assignees: { parameter: 'assignee', field: 'assignee', values: globalId },
} as const satisfies Record<string, ListFilter>;

export type ListName = keyof typeof listFilters;
export const listNames = Object.keys(listFilters) as ListName[];

/** In an address: a case that has no such thing yet (an entity, a governorate, a topic). In the graph an empty code. */
export const notSet = 'none';
const maxValues = 20;

/** The values of a list in an address, known ones only, each once, in their order. */
export function readValues(name: ListName, given: string | string[] | undefined): string[] {
  const asked = [...new Set(given === undefined ? [] : [given].flat())];
  const { values }: ListFilter = listFilters[name];
  if (values instanceof RegExp) return asked.filter((value) => values.test(value)).slice(0, maxValues);
  return values.filter((value) => asked.includes(value));
}

/** What a list narrows the graph's list to. */
export function narrowing(name: ListName, values: readonly string[]): CaseFilter {
  const { values: known, field }: ListFilter = listFilters[name];
  return {
    [field]: known instanceof RegExp ? values.map((value) => (value === notSet ? '' : value)) : values,
  };
}
