/** From the words of the graph to a question; what cannot be asked is refused with a Fault BAD_USER_INPUT. */
import { Fault } from '@bekhedmetkom/platform/errors';
import { parseDay } from '@bekhedmetkom/time/amman';
import { axes } from '../dimension/coordinates.ts';
import type { Dimension } from '../dimension/dimension.ts';
import { periodOf } from '../dimension/dimension.ts';
import type { Span } from '../dimension/period.ts';
import { formulas, type KpiName } from '../figure/figure.ts';
import type { Filter } from '../question/question.ts';
import type { KpiFilter, WindowInput } from './question.type.ts';

const longest = 10_000;
const maxByDay = 1_100;
const maxKeys = 200;
const maxRows = 2_000;

const refuse = (message: string): never => {
  throw new Fault('BAD_USER_INPUT', message);
};

/** A window as days. Refuses one that is empty or longer than 10,000 days. */
export function readSpan({ from, to }: WindowInput): Span {
  const span = { from: parseDay(from), to: parseDay(to) };
  if (span.to <= span.from) refuse('The window must end after it begins: `to` is the day after its last.');
  if (span.to - span.from > longest) refuse('The window is longer than 10,000 days.');
  return span;
}

/** A filter by axes. Refuses more than 200 keys in one list. */
export function readFilter(input: KpiFilter | null | undefined): Filter {
  if (!input) return { axes: {} };
  const lists = [...axes.map((axis) => input[axis]), input.sector];
  if (lists.some((list) => list && list.length > maxKeys)) refuse('A filter takes at most 200 keys a list.');
  return {
    axes: Object.fromEntries(axes.flatMap((axis) => (input[axis] ? [[axis, unique(input[axis])]] : []))),
    ...(input.sector && { sectors: unique(input.sector) }),
  };
}

/** Names, each once. Refuses none. */
export function readNames(names: readonly KpiName[]): KpiName[] {
  if (names.length === 0) refuse('Name at least one figure.');
  return [...new Set(names)];
}

/** Dimensions of a table. Refuses any but one or two, twice the same, or two of time. */
export function readDimensions(by: readonly Dimension[], span: Span, names: readonly KpiName[]): Dimension[] {
  if (by.length < 1 || by.length > 2) refuse('A table has one or two dimensions.');
  if (new Set(by).size < by.length) refuse('A table’s two dimensions must differ.');
  const ofTime = by.filter((dimension) => periodOf(dimension) !== null);
  if (ofTime.length > 1) refuse('A table has at most one dimension of time.');
  if (ofTime.includes('DAY') && span.to - span.from > maxByDay) {
    refuse('A series by day is at most 1,100 days long.');
  }
  const standing = names.find((name) => isOfNow(name));
  if (standing && ofTime.length > 0)
    refuse(`${standing} is of now and has no series: leave out ${ofTime[0]}.`);
  return [...by];
}

/** How many rows. Refuses fewer than 1 or more than 2,000. */
export function readFirst(first: number): number {
  if (first < 1 || first > maxRows) refuse('`first` must be from 1 to 2,000.');
  return first;
}

/** A figure that looks at how things stand now, not at a window. */
export function isOfNow(name: KpiName): boolean {
  const formula = formulas[name];
  return formula.unit === 'RATIO' && formula.among === 'running';
}

function unique(keys: readonly string[]): string[] {
  return [...new Set(keys)].sort();
}
