import { GraphQLCursor } from '@bekhedmetkom/platform/subgraph';
import { formatDay } from '@bekhedmetkom/time/amman';
import { Field, Float, Int, ObjectType } from 'type-graphql';
import type { Dimension } from '../dimension/dimension.ts';
import type { Span } from '../dimension/period.ts';
import { type Figure, formulas, type KpiName, type KpiUnit } from '../figure/figure.ts';
import type { Filter } from '../question/question.ts';
import { KpiNameEnum, KpiUnitEnum } from './enums.ts';
import { KpiWindow } from './question.type.ts';

@ObjectType({ description: 'A figure, with what it is made of. Published with its formula.' })
export class Kpi {
  @Field(() => KpiNameEnum)
  name: KpiName;

  @Field(() => Float, {
    nullable: true,
    description: 'In `unit`. Null when there is nothing to divide by, and when suppressed.',
  })
  value: number | null;

  @Field(() => Int, {
    nullable: true,
    description: 'Of a share: the cycles over the line; of QUALITY the points, null above 2,147,483,647.',
  })
  numerator: number | null;

  @Field(() => Int, {
    nullable: true,
    description: 'Of a share: the cycles below the line; of QUALITY the points, null above 2,147,483,647.',
  })
  denominator: number | null;

  @Field(() => Int, { description: 'How many cycles it rests on; 0 when suppressed.' })
  n: number;

  @Field(() => KpiUnitEnum)
  unit: KpiUnit;

  @Field(() => Boolean, {
    description:
      'Not shown: to the public, as it rests on fewer cases than `KpiTerms.fewestShown` (when that is one cell of a table alone, the next smallest is kept back with it: else the total would tell), or to anybody, as the filter names a programme whose cases are not for the viewer.',
  })
  suppressed: boolean;

  figure: Figure;
  /** The same figure in the window of equal length before; null where there is none to compare with. */
  before: () => Promise<Figure | null>;

  constructor(figure: Figure, suppressed: boolean, before: () => Promise<Figure | null>) {
    this.name = figure.name;
    this.figure = figure;
    this.unit = formulas[figure.name].unit;
    this.suppressed = suppressed;
    this.value = suppressed ? null : figure.value;
    this.numerator = suppressed ? null : asInt(figure.numerator);
    this.denominator = suppressed ? null : asInt(figure.denominator);
    this.n = suppressed ? 0 : figure.n;
    this.before = before;
  }
}

const asInt = (count: number | null): number | null =>
  count !== null && count <= 2_147_483_647 ? count : null;

@ObjectType({ description: 'The figures of one window.' })
export class KpiSet {
  @Field(() => KpiWindow)
  window: KpiWindow;

  span: Span;
  filter: Filter;
  /** The figures of this entity alone. */
  entity: string | null;
  names: readonly KpiName[];
  /** Figures that are worked out already. */
  known: ReadonlyMap<KpiName, Figure>;

  constructor(
    asked: { span: Span; filter: Filter; entity: string | null; names: readonly KpiName[] },
    known: ReadonlyMap<KpiName, Figure> = new Map(),
  ) {
    this.span = asked.span;
    this.filter = asked.filter;
    this.entity = asked.entity;
    this.names = asked.names;
    this.known = known;
    this.window = { from: formatDay(asked.span.from), to: formatDay(asked.span.to) };
  }
}

@ObjectType({ description: 'One cell of a table.' })
export class KpiRow {
  @Field(() => [String], {
    description: 'One key for each dimension asked by, in that order; "" is what is not set or not known.',
  })
  keys: string[];

  @Field(() => [Kpi], { description: 'In the order of the names asked for.' })
  kpis: Kpi[];

  by: readonly Dimension[];
}

@ObjectType({ description: 'Figures as they have changed.' })
export class KpiChange {
  @Field(() => GraphQLCursor, {
    description: 'How far in the log of cases they reach: comparable with the cursors of case events.',
  })
  cursor: string;

  @Field(() => KpiSet)
  kpis: KpiSet;
}
