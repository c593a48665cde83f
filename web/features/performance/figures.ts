import type { Figure_KpiFragment } from '../../graphql/generated/graphql.ts';
import { graphql } from '../../graphql/generated/index.ts';

export const figureFragment = graphql(`
  fragment Figure_Kpi on Kpi {
    name
    label
    value
    numerator
    denominator
    n
    previous
    differsFromPrevious
    target
    unit
    formula
    asOf
    suppressed
  }
`);

export type Figure = Figure_KpiFragment;

/** People ask what came on time; the figure of record counts what did not. */
export function onTimeOf(delayed: Figure): Figure {
  const flip = (ratio: number | null) => (ratio === null ? null : 1 - ratio);
  const { value, previous, target, numerator, denominator } = delayed;
  return {
    ...delayed,
    value: flip(value),
    previous: flip(previous),
    target: flip(target),
    numerator: numerator === null || denominator === null ? null : denominator - numerator,
  };
}

/** Which way a figure moved; `flat` when the change is no more than chance explains. Null: nothing to compare with. */
export function trendOf(figure: Figure): { way: 'up' | 'down' | 'flat'; by: number } | null {
  if (figure.value === null || figure.previous === null) return null;
  const by = figure.value - figure.previous;
  if (!figure.differsFromPrevious) return { way: 'flat', by: 0 };
  return { way: by > 0 ? 'up' : 'down', by: Math.abs(by) };
}
