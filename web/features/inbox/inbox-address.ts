/** The inbox's state is its address: a view, filters on top of it, and where the page begins. */
import type { CaseFilter } from '../../graphql/generated/graphql.ts';
import {
  type CaseState,
  type CaseType,
  caseTypes,
  type Importance,
  importances,
  isOpen,
  listedStates,
} from '../staff/vocabulary.ts';

const inboxViews = ['next', 'mine', 'classify', 'unknown', 'review', 'overdue'] as const;
export type InboxView = (typeof inboxViews)[number];

export interface InboxAddress {
  view: InboxView;
  types: CaseType[];
  states: CaseState[];
  importances: Importance[];
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
    types: someOf(caseTypes, parameters.type),
    states: someOf(listedStates, parameters.state),
    importances: someOf(importances, parameters.importance),
    overdue: first(parameters.overdue) === '1',
    text: (first(parameters.q) ?? '').trim().slice(0, longestText),
    after: first(parameters.after) ?? null,
  };
}

/** The query string of an address, `?` included, the shortest that says the same; `change` goes on top. */
export function writeAddress(address: InboxAddress, change: Partial<InboxAddress> = {}): string {
  const next = { ...address, after: null, ...change };
  const parameters = new URLSearchParams();
  if (next.view !== 'next') parameters.set('view', next.view);
  for (const type of next.types) parameters.append('type', type);
  for (const state of next.states) parameters.append('state', state);
  for (const importance of next.importances) parameters.append('importance', importance);
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
  review: { state: ['PENDING_REVIEW'] },
  overdue: { open: true, overdue: true },
};

/** What to ask the gateway for. States chosen by hand replace the view's own. */
export function filterOf(address: InboxAddress): CaseFilter {
  const filter: CaseFilter = { ...viewFilters[address.view] };
  if (address.types.length > 0) filter.type = address.types;
  if (address.importances.length > 0) filter.importance = address.importances;
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
  const lists = [address.types, address.states, address.importances];
  return lists.filter((list) => list.length > 0).length + (address.overdue ? 1 : 0) + (address.text ? 1 : 0);
}

export interface Listed {
  state: CaseState;
  type: CaseType;
  importance: Importance | null;
  overdue: boolean;
  entity: string | null;
  holderPost: string | null;
  subject: string;
  reference: string;
}

/**
 * Whether a case belongs in the list, judged by the browser. A search text is matched by subject and reference
 * only, so a live list may show fewer new rows than the server would find; reading it anew finds them all.
 */
export function belongs(kase: Listed, address: InboxAddress, posts: readonly string[]): boolean {
  const filter = filterOf(address);
  const text = address.text.toLowerCase();
  return (
    (!filter.open || isOpen(kase.state)) &&
    (!filter.state || [filter.state].flat().includes(kase.state)) &&
    (!filter.type || [filter.type].flat().includes(kase.type)) &&
    (!filter.importance || (kase.importance !== null && address.importances.includes(kase.importance))) &&
    (!filter.overdue || kase.overdue) &&
    (!filter.mine || (kase.holderPost !== null && posts.includes(kase.holderPost))) &&
    (address.view !== 'unknown' || kase.entity === null) &&
    (!text || kase.subject.toLowerCase().includes(text) || kase.reference.toLowerCase().includes(text))
  );
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
