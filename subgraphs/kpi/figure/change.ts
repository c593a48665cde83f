/** Whether a figure has changed from the window before by more than chance explains. */
import { type Figure, formulas } from './figure.ts';

const z = 1.959964; // 95 % confidence
/** Durations are told to within 5 %: less is no change that could be told. */
const precision = 0.05;

/**
 * Null when one of the two has no value. Shares by the two-proportion z-test, counts as Poisson counts, durations by the
 * precision with which they are known. Where a share's parts are not among its whole, as counts of both.
 */
export function differs(now: Figure, before: Figure): boolean | null {
  if (now.value === null || before.value === null) return null;
  const formula = formulas[now.name];
  if (formula.unit === 'COUNT')
    return Math.abs(now.value - before.value) > z * Math.sqrt(now.value + before.value);
  if (formula.unit === 'WORKING_MINUTES') {
    return Math.abs(now.value - before.value) > precision * Math.max(now.value, before.value);
  }
  if (now.n === 0 || before.n === 0) return null;
  const variance = formula.apart ? ratioVariance(now) + ratioVariance(before) : pooledVariance(now, before);
  return Math.abs(now.value - before.value) > z * Math.sqrt(variance);
}

/** Of the difference of two shares under the hypothesis that they are one. */
function pooledVariance(now: Figure, before: Figure): number {
  const share = ((now.value ?? 0) * now.n + (before.value ?? 0) * before.n) / (now.n + before.n);
  return share * (1 - share) * (1 / now.n + 1 / before.n);
}

/** Of a quotient of two counts that do not depend on each other. */
function ratioVariance({ value, numerator, denominator }: Figure): number {
  const [above, below] = [Math.max(1, numerator ?? 0), Math.max(1, denominator ?? 0)];
  return (value ?? 0) ** 2 * (1 / above + 1 / below);
}
