/** From what a question is answered: sums, sums less the cycles that its viewer's scope leaves out, or cycles. */
import { type Aggregate, aggregateOf } from '../rollup/aggregate.ts';
import { axesOf, type Question } from './question.ts';

export interface Plan {
  /** The sums to read; null when there are none for so many axes, and the cycles are counted. */
  aggregate: Aggregate | null;
  /** What to ask of the sums, or of the cycles. */
  question: Question;
  /** Cycles to count with sign −1: those of programmes outside the scope; null when the sums can tell them apart. */
  less: Question | null;
}

/**
 * Plans an answer. Where no sums are kept by the question's axes and programme together, the few cycles outside the
 * scope are taken off those that are kept by its axes alone. `usable`: which sums may be read.
 */
export function planOf(question: Question, usable: (aggregate: Aggregate) => boolean = () => true): Plan {
  const exact = aggregateOf(axesOf(question));
  if (exact && usable(exact)) return { aggregate: exact, question, less: null };
  const { programmes, ...filter } = question.filter;
  const everything = { ...question, filter };
  const wider = aggregateOf(axesOf(everything));
  if (!programmes || !('among' in programmes) || !wider || !usable(wider)) {
    return { aggregate: null, question, less: null };
  }
  const less = { ...question, filter: { ...filter, programmes: { except: programmes.among } } };
  return { aggregate: wider, question: everything, less };
}
