/** The inbox's state is its address: a view, filters on top of it, and where the page begins. */
import type { CaseFilter, EscalationLevel } from '../../graphql/generated/graphql.ts';
import {
  type CaseState,
  type CaseType,
  caseTypes,
  escalationLevels,
  type Importance,
  importances,
  listedStates,
} from '../staff/vocabulary.ts';

export const inboxViews = [
  'next',
  'mine',
  'classify',
  'unknown',
  'incoming',
  'proposals',
  'appeals',
  'review',
  'overdue',
  'escalated',
  'scoring',
] as const;
export type InboxView = (typeof inboxViews)[number];

export interface InboxAddress {
  view: InboxView;
  /** Id of the saved view that takes the place of `view`; null: none. */
  saved: string | null;
  types: CaseType[];
  states: CaseState[];
  importances: Importance[];
  /** Highest levels that the present round reached. */
  levels: EscalationLevel[];
  overdue: boolean;
  /** As typed; blanks around it are gone. */
  text: string;
  after: string | null;
}

export type AddressParameters = Record<string, string | string[] | undefined>;

const longestText = 200;

/** Reads an address; what it does not know, it leaves out. */
export function readAddress(parameters: AddressParameters): InboxAddress {
  return {
    view: oneOf(inboxViews, first(parameters.view)) ?? 'next',
    saved: first(parameters.saved)?.slice(0, longestText) || null,
    types: someOf(caseTypes, parameters.type),
    states: someOf(listedStates, parameters.state),
    importances: someOf(importances, parameters.importance),
    levels: someOf(escalationLevels, parameters.level),
    overdue: first(parameters.overdue) === '1',
    text: (first(parameters.q) ?? '').trim().slice(0, longestText),
    after: first(parameters.after) ?? null,
  };
}

/** The query string of an address, `?` included, the shortest that says the same; `change` goes on top. */
export function writeAddress(address: InboxAddress, change: Partial<InboxAddress> = {}): string {
  const next = { ...address, after: null, ...change };
  const parameters = new URLSearchParams();
  if (next.saved) parameters.set('saved', next.saved);
  else if (next.view !== 'next') parameters.set('view', next.view);
  for (const type of next.types) parameters.append('type', type);
  for (const state of next.states) parameters.append('state', state);
  for (const importance of next.importances) parameters.append('importance', importance);
  for (const level of next.levels) parameters.append('level', level);
  if (next.overdue) parameters.set('overdue', '1');
  if (next.text) parameters.set('q', next.text);
  if (next.after) parameters.set('after', next.after);
  const query = parameters.toString();
  return query ? `?${query}` : '';
}

const viewFilters: Record<InboxView, CaseFilter> = {
  next: { open: true },
  mine: { open: true, mine: true },
  classify: { state: ['SUBMITTED'] },
  // An entity without a code: nobody is responsible yet.
  unknown: { state: ['SUBMITTED'], entity: [''] },
  incoming: { incoming: true },
  proposals: { decides: true },
  appeals: { appealed: true },
  review: { state: ['PENDING_REVIEW'] },
  overdue: { open: true, overdue: true },
  escalated: { open: true, escalation: ['L1', 'L2', 'L3', 'L4'] },
  // A list of its own: the gateway knows which answers wait to be scored.
  scoring: {},
};

/** What to ask the gateway for; `base` is the filter of a saved view. States chosen by hand replace those below. */
export function filterOf(address: InboxAddress, base: CaseFilter | null = null): CaseFilter {
  const filter: CaseFilter = { ...(base ?? viewFilters[address.view]) };
  if (address.types.length > 0) filter.type = address.types;
  if (address.importances.length > 0) filter.importance = address.importances;
  if (address.levels.length > 0) filter.escalation = address.levels;
  if (address.overdue) filter.overdue = true;
  if (address.text) filter.text = westernDigits(address.text);
  if (address.states.length > 0) {
    filter.state = address.states;
    delete filter.open;
  }
  return filter;
}

/** How many filters are set on top of the view. */
export function filterCount(address: InboxAddress): number {
  const lists = [address.types, address.states, address.importances, address.levels];
  return lists.filter((list) => list.length > 0).length + (address.overdue ? 1 : 0) + (address.text ? 1 : 0);
}

/** ٠–٩ and ۰–۹ as 0–9. */
function westernDigits(text: string): string {
  return text
    .replace(/[٠-٩]/g, (digit) => String(digit.charCodeAt(0) - 0x660))
    .replace(/[۰-۹]/g, (digit) => String(digit.charCodeAt(0) - 0x6f0));
}

function first(value: string | string[] | undefined): string | undefined {
  return Array.isArray(value) ? value[0] : value;
}

function oneOf<T extends string>(list: readonly T[], value: string | undefined): T | undefined {
  return list.find((known) => known === value);
}

function someOf<T extends string>(list: readonly T[], value: string | string[] | undefined): T[] {
  const asked = value === undefined ? [] : [value].flat();
  return list.filter((known) => asked.includes(known));
}
