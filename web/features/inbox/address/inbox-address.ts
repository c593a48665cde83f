/** The inbox's state is its address: a view, filters on top of it, and where the page begins. */

import { toLatinDigits } from '@bekhedmetkom/text/digits';
import { addDays, isDate } from '@bekhedmetkom/time/amman';
import type { CaseFilter } from '../../../graphql/generated/graphql.ts';
import { type ListName, listFilters, listNames, narrowing, readValues } from './list-filters.ts';

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
  'escalatedToMe',
  'escalated',
  'scoring',
] as const;
export type InboxView = (typeof inboxViews)[number];

/** Dates (YYYY-MM-DD) in Amman, both included; null: open to that side. */
export interface Days {
  from: string | null;
  to: string | null;
}

export interface InboxAddress extends Record<ListName, string[]> {
  view: InboxView;
  /** Id of the saved view that takes the place of `view`; null: none. */
  saved: string | null;
  overdue: boolean;
  /** When the case was filed. */
  filed: Days;
  /** When its next deadline falls. */
  due: Days;
  /** As typed; blanks around it are gone. */
  text: string;
  /** Closed cases too, where the view has the open ones. */
  all: boolean;
  /** By entity; else by deadline. */
  grouped: boolean;
  /** How many cases stand on the pages before this one. */
  seen: number;
  after: string | null;
}

export type AddressParameters = Record<string, string | string[] | undefined>;

const maxTextLength = 200;

/** Reads an address; what it does not know, it leaves out. */
export function readAddress(parameters: AddressParameters): InboxAddress {
  const lists = listNames.map((name) => [name, readValues(name, parameters[listFilters[name].parameter])]);
  const after = first(parameters.after) || null;
  return {
    ...(Object.fromEntries(lists) as Record<ListName, string[]>),
    view: inboxViews.find((view) => view === first(parameters.view)) ?? 'next',
    saved: first(parameters.saved)?.slice(0, maxTextLength) || null,
    overdue: first(parameters.overdue) === '1',
    filed: readDays(first(parameters.from), first(parameters.to)),
    due: readDays(first(parameters.dueFrom), first(parameters.dueTo)),
    text: (first(parameters.q) ?? '').trim().slice(0, maxTextLength),
    all: first(parameters.all) === '1',
    grouped: first(parameters.group) === 'entity',
    seen: after === null ? 0 : readCount(first(parameters.seen)),
    after,
  };
}

/** The query string of an address, `?` included, the shortest that says the same; `change` goes on top. */
export function writeAddress(address: InboxAddress, change: Partial<InboxAddress> = {}): string {
  const next = { ...address, after: null, ...change };
  const parameters = new URLSearchParams();
  const set = (name: string, value: string | null): void => {
    if (value) parameters.set(name, value);
  };
  if (next.saved) set('saved', next.saved);
  else if (next.view !== 'next') set('view', next.view);
  for (const name of listNames) {
    for (const value of next[name]) parameters.append(listFilters[name].parameter, value);
  }
  set('overdue', next.overdue ? '1' : null);
  set('from', next.filed.from);
  set('to', next.filed.to);
  set('dueFrom', next.due.from);
  set('dueTo', next.due.to);
  set('q', next.text);
  set('all', next.all ? '1' : null);
  set('group', next.grouped ? 'entity' : null);
  if (next.after && next.seen > 0) set('seen', String(next.seen));
  set('after', next.after);
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
  proposals: { awaitsMyDecision: true },
  appeals: { appealed: true },
  review: { state: ['PENDING_REVIEW'] },
  overdue: { open: true, overdue: true },
  escalated: { open: true, escalation: ['L1', 'L2', 'L3', 'L4'] },
  escalatedToMe: { open: true, escalatedToMe: true },
  // A list of its own: the gateway knows which answers wait to be scored.
  scoring: {},
};

/** What to ask the gateway for; `base` is the filter of a saved view. States chosen by hand replace those below. */
export function filterOf(address: InboxAddress, base: CaseFilter | null = null): CaseFilter {
  const filter: CaseFilter = { ...(base ?? viewFilters[address.view]) };
  for (const name of listNames) {
    if (address[name].length > 0) Object.assign(filter, narrowing(name, address[name]));
  }
  if (address.overdue) filter.overdue = true;
  if (isNarrow(address.filed)) filter.submitted = halfOpen(address.filed);
  if (isNarrow(address.due)) filter.due = halfOpen(address.due);
  if (address.text) filter.text = toLatinDigits(address.text);
  if (address.states.length > 0 || address.all) delete filter.open;
  return filter;
}

/** The same list, of closed cases alone; null where closed ones have no part in it, or are in it already. */
export function closedOf(address: InboxAddress, base: CaseFilter | null = null): CaseFilter | null {
  const filter = filterOf(address, base);
  return filter.open === true && address.view === 'next' ? { ...filter, open: false } : null;
}

/** The address without any filter: that of the view. */
export const noFilters: Partial<InboxAddress> = {
  ...Object.fromEntries(listNames.map((name) => [name, []])),
  overdue: false,
  filed: { from: null, to: null },
  due: { from: null, to: null },
  text: '',
  all: false,
};

/** How many filters are set on top of the view. */
export function filterCount(address: InboxAddress): number {
  const lists = listNames.filter((name) => address[name].length > 0).length;
  const { overdue, filed, due, text, all } = address;
  return lists + [overdue, isNarrow(filed), isNarrow(due), text !== '', all].filter(Boolean).length;
}

export function isNarrow({ from, to }: Days): boolean {
  return from !== null || to !== null;
}

/** Before and after every case, where a side is open. */
const firstDay = '1970-01-01';
const lastDay = '9000-01-01';

function halfOpen({ from, to }: Days): { from: string; to: string } {
  return { from: from ?? firstDay, to: to === null ? lastDay : addDays(to, 1) };
}

/** Two dates in whichever order they were typed; what is no date is left out. */
function readDays(one: string | undefined, other: string | undefined): Days {
  const [from, to] = [one, other].map((text) => (text && isDay(text) ? text : null));
  if (from && to && from > to) return { from: to, to: from };
  return { from: from ?? null, to: to ?? null };
}

function readCount(text = ''): number {
  return /^\d{1,7}$/.test(text) ? Number(text) : 0;
}

function isDay(text: string): boolean {
  return isDate(text) && text >= firstDay && text < lastDay;
}

function first(value: string | string[] | undefined): string | undefined {
  return Array.isArray(value) ? value[0] : value;
}
