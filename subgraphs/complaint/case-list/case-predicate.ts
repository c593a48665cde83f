/**
 * What each field of a filter means, once as a condition of SQL and once on the facts of an event: a list, its count
 * and its feed are narrowed by one table. A new field of `CaseFilter` that has no row here does not compile, unless
 * it is listed as one that only lists can be narrowed by.
 */
import { Fault } from '@bekhedmetkom/platform/errors';
import { keyOfGlobalId } from '@bekhedmetkom/platform/subgraph';
import type { CaseFacts, CycleFacts } from '@bekhedmetkom/schema/events/complaint';
import { isOpen } from '../case/transitions.ts';
import type { SlaStatus } from '../sla/sla.ts';
import { fromLocalDate, startOfDay } from '../sla/working-calendar.ts';
import type { CaseFilter } from './case-filter.ts';

/** Binds a value to a query; gives its placeholder. */
export type Bind = (value: unknown) => string;

interface SqlScope {
  bind: Bind;
  /** Posts that the viewer holds. */
  posts: readonly string[];
  /** Codes that the filter's sectors stand for. */
  sectorEntities: readonly string[] | null;
}

/** The case of an event, with what the event alone does not say. */
export interface EventScope {
  facts: CaseFacts;
  posts: readonly string[];
  /** What the clock said when the event was announced. */
  status(): SlaStatus;
  sectorOf(entity: string | null): string | null;
}

/** Fields by which only lists are narrowed: they depend on words, or on what waits for the viewer or was told to them. */
export type ListOnly = 'text' | 'incoming' | 'proposal' | 'awaitsMyDecision' | 'escalatedToMe';
type Field = Exclude<keyof CaseFilter, ListOnly>;
type Wanted<F extends Field> = NonNullable<CaseFilter[F]>;
type Rules = {
  [F in Field]: {
    sql(wanted: Wanted<F>, scope: SqlScope): string;
    event(wanted: Wanted<F>, scope: EventScope): boolean;
  };
};

const maxIds = 100;
const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** In a list of codes: not set, or not known yet. */
const notSet = '';
export const open = `c.next_deadline_at < 'infinity'`;
const running = `${open} and c.state <> 'AWAITING_APPLICANT'`;
const slaConditions: Record<SlaStatus, string> = {
  ON_TIME: `(${running} and (c.due_soon_at is null or c.due_soon_at > now()) and c.next_deadline_at >= now())`,
  DUE_SOON: `(${running} and c.due_soon_at <= now() and c.next_deadline_at >= now())`,
  OVERDUE: `(${running} and c.next_deadline_at < now())`,
  PAUSED: `c.state = 'AWAITING_APPLICANT'`,
  STOPPED: `not (${open})`,
};

const rules: Rules = {
  ids: {
    sql(wanted, { bind }) {
      if (wanted.length > maxIds) {
        throw new Fault('BAD_USER_INPUT', {
          ar: `لا يُسأل عن أكثر من ${maxIds} طلب معًا («ids»).`,
          en: `At most ${maxIds} cases are asked for together ("ids").`,
        });
      }
      return `c.id = any(${bind(keysOf('Case', wanted).filter((key) => uuid.test(key)))}::uuid[])`;
    },
    event: (wanted, { facts }) => keysOf('Case', wanted).includes(facts.caseId),
  },
  entity: code('c.entity', ({ entity }) => entity),
  sector: {
    sql: (_, { sectorEntities, bind }) => isAmong('c.entity', sectorEntities ?? [], bind),
    event: (wanted, { facts, sectorOf }) => wanted.includes(sectorOf(facts.entity) ?? notSet),
  },
  type: code('c.type', ({ type }) => type),
  state: code('c.state', ({ state }) => state),
  importance: code('c.importance', ({ importance }) => importance),
  pillar: code('c.pillar', ({ pillar }) => pillar),
  channel: code('c.channel', ({ channel }) => channel),
  governorate: code('c.governorate', ({ governorate }) => governorate),
  category: code('c.category', ({ category }) => category),
  programme: code('c.programme', ({ programme }) => programme),
  escalation: {
    sql: (wanted, { bind }) => `c.escalation is not null and ${isAmong('c.escalation', wanted, bind)}`,
    event: (wanted, { facts }) => (wanted as string[]).includes(highestOf(facts) ?? notSet),
  },
  appealed: flag('c.appealed_at is not null', ({ facts }) => Boolean(facts.appealedAt), 'only-true'),
  open: flag(open, ({ facts }) => isOpen(facts.state)),
  unassigned: flag(
    `(c.holder_post is null or c.state = 'SUBMITTED')`,
    ({ facts }) => facts.holderPost === null || facts.state === 'SUBMITTED',
  ),
  mine: {
    sql: (wanted, { posts, bind }) => (wanted ? isAmong('c.holder_post', posts, bind) : 'true'),
    event: (wanted, { facts, posts }) => !wanted || posts.includes(facts.holderPost ?? notSet),
  },
  assignee: {
    sql: (wanted, { bind }) => isAmong('c.holder_post', keysOf('Post', wanted), bind),
    event: (wanted, { facts }) =>
      facts.holderPost !== null && keysOf('Post', wanted).includes(facts.holderPost),
  },
  overdue: flag(slaConditions.OVERDUE, ({ status }) => status() === 'OVERDUE'),
  sla: {
    sql: (wanted) => `(${wanted.map((one) => slaConditions[one]).join(' or ') || 'false'})`,
    event: (wanted, { status }) => wanted.includes(status()),
  },
  // Events of an earlier release do not say when the case was filed: that of a first round is its round's.
  submitted: within(
    'c.submitted_at',
    ({ submittedAt, cycle }) => submittedAt ?? (cycle.number === 1 ? cycle.submittedAt : null),
  ),
  cycleSubmitted: within(
    '(select y.submitted_at from cycle y where y.case_id = c.id and y.number = c.cycle)',
    ({ cycle }) => cycle.submittedAt,
  ),
  due: within('c.next_deadline_at', ({ deadline }) => deadline?.at ?? null),
};

/** The conditions of a filter on cases `c`. */
export function sqlOf(filter: CaseFilter, scope: SqlScope): string[] {
  return (Object.keys(rules) as Field[]).flatMap((field) => {
    const wanted = filter[field];
    return isGiven(wanted) ? [(rules[field].sql as Sql)(wanted, scope)] : [];
  });
}

/** Whether the case of an event passes a filter. */
export function passes(filter: CaseFilter, scope: EventScope): boolean {
  return (Object.keys(rules) as Field[]).every((field) => {
    const wanted = filter[field];
    return !isGiven(wanted) || (rules[field].event as Passes)(wanted, scope);
  });
}

/** A column among some codes; an empty code stands for none. */
export function isAmong(column: string, wanted: readonly string[], bind: Bind): string {
  if (wanted.includes(notSet)) {
    const known = wanted.filter((value) => value !== notSet);
    const or = known.length > 0 ? ` or ${column} = any(${bind(known)}::text[])` : '';
    return `(${column} is null${or})`;
  }
  // One value as an equality: an index on (column, order) then gives the order too.
  const [only, ...more] = wanted;
  if (only !== undefined && more.length === 0) return `${column} = ${bind(only)}`;
  return `${column} = any(${bind(wanted)}::text[])`;
}

type Sql = (wanted: unknown, scope: SqlScope) => string;
type Passes = (wanted: unknown, scope: EventScope) => boolean;

function isGiven(wanted: unknown): boolean {
  return wanted !== null && wanted !== undefined;
}

// An id of anything else names none of them.
function keysOf(type: 'Post' | 'Case', ids: readonly string[]): string[] {
  return ids.flatMap((id) => keyOfGlobalId(type, id) ?? []);
}

function code(column: string, of: (facts: CaseFacts) => string | null) {
  return {
    sql: (wanted: readonly string[], { bind }: SqlScope) => isAmong(column, wanted, bind),
    event: (wanted: readonly string[], { facts }: EventScope) => wanted.includes(of(facts) ?? notSet),
  };
}

function flag(condition: string, of: (scope: EventScope) => boolean, mode: 'both' | 'only-true' = 'both') {
  return {
    sql: (wanted: boolean) => (wanted ? condition : mode === 'both' ? `not (${condition})` : 'true'),
    event: (wanted: boolean, scope: EventScope) => of(scope) === wanted || (mode === 'only-true' && !wanted),
  };
}

function within(column: string, of: (facts: CaseFacts) => string | null) {
  const moment = (day: string): number => startOfDay(fromLocalDate(day));
  return {
    sql({ from, to }: { from: string; to: string }, { bind }: SqlScope): string {
      if (from > to) throw new Fault('BAD_USER_INPUT', 'The window ends before it begins.');
      const [start, end] = [bind(new Date(moment(from))), bind(new Date(moment(to)))];
      return `${column} >= ${start}::timestamptz and ${column} < ${end}::timestamptz`;
    },
    event({ from, to }: { from: string; to: string }, { facts }: EventScope): boolean {
      const iso = of(facts);
      const at = iso === null ? Number.NaN : Date.parse(iso);
      return at >= moment(from) && at < moment(to);
    },
  };
}

// Events that an earlier release wrote say nothing of escalation.
function highestOf({ cycle }: CaseFacts): string | null {
  const reached: CycleFacts['escalations'] | undefined = cycle.escalations;
  return reached?.at(-1)?.level ?? null;
}
