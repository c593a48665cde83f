import type { Viewer } from '@bekhedmetkom/platform/auth';
import type { Database } from '@bekhedmetkom/platform/database';
import DataLoader from 'dataloader';
import type { Span } from '../dimension/period.ts';
import { type KnownProgrammes, readProgrammes } from '../directory/directory.repository.ts';
import { type Figure, figureOf, type KpiName, nothingCounted } from '../figure/figure.ts';
import { readTargets } from '../target/target.repository.ts';
import { type AnswerRow, answer } from './answer.ts';
import { type ReadMoment, readMoment } from './as-of.repository.ts';
import { asksBeyond, type ProgrammeScope, programmeScope, withinScope, worksFor } from './programme-scope.ts';
import type { Filter, Question } from './question.ts';

/** One figure over a window. */
export interface Asked {
  span: Span;
  filter: Filter;
  /** The figure of this entity alone. */
  entity: string | null;
  name: KpiName;
}

/**
 * Answers for one request, all as of one moment and within its viewer's scope: nothing is counted for anybody but
 * here. Figures asked for together are counted together, those of many entities by one statement.
 */
export class Answers {
  private readonly database: Database;
  private readonly figures: DataLoader<Asked, Figure, string>;
  private read: Promise<ReadMoment> | null = null;
  private targets: Promise<Map<string, number>> | null = null;
  private programmes: Promise<KnownProgrammes> | null = null;
  private readonly viewer: Viewer;

  constructor(database: Database, viewer: Viewer) {
    this.database = database;
    this.viewer = viewer;
    const options = { cacheKeyFn: (asked: Asked) => JSON.stringify(asked) };
    this.figures = new DataLoader((asked) => this.countTogether(asked), options);
  }

  /** The moment all of this request's answers are of. */
  moment(): Promise<ReadMoment> {
    this.read ??= readMoment(this.database);
    return this.read;
  }

  figure(asked: Asked): Promise<Figure> {
    return this.figures.load(asked);
  }

  async table(question: Question): Promise<AnswerRow[]> {
    const filter = withinScope(question.filter, await this.scope(question.filter.axes.entity ?? null));
    return answer(this.database, { ...question, filter }, await this.moment());
  }

  /** Whether a filter names a programme, or a category of one, that is not counted for the viewer. */
  async asksBeyondScope(filter: Filter): Promise<boolean> {
    const scope = await this.scope(filter.axes.entity ?? null);
    return asksBeyond(filter, scope, await this.knownProgrammes());
  }

  private async scope(entities: readonly string[] | null): Promise<ProgrammeScope> {
    return programmeScope(this.viewer, entities, await this.knownProgrammes());
  }

  private knownProgrammes(): Promise<KnownProgrammes> {
    this.programmes ??= readProgrammes(this.database);
    return this.programmes;
  }

  /** What a figure should reach; null when no target is set. */
  async target(name: KpiName): Promise<number | null> {
    this.targets ??= readTargets(this.database);
    return (await this.targets).get(name) ?? null;
  }

  private async countTogether(asked: readonly Asked[]): Promise<Figure[]> {
    const groups = Map.groupBy(asked, ({ span, filter, entity }) =>
      JSON.stringify([span, filter, entity === null || worksFor(this.viewer, entity), entity === null]),
    );
    const counted = await Promise.all([...groups.values()].map((group) => this.countGroup(group)));
    const found = new Map(counted.flat());
    return asked.map((one) => found.get(one) ?? figureOf(one.name, nothingCounted));
  }

  private async countGroup(group: Asked[]): Promise<[Asked, Figure][]> {
    const [first] = group;
    if (!first) return [];
    const names = [...new Set(group.map(({ name }) => name))];
    const entities = [...new Set(group.flatMap(({ entity }) => entity ?? []))];
    const rows = await this.table(
      first.entity === null
        ? { span: first.span, by: [], filter: first.filter, names }
        : { span: first.span, by: ['ENTITY'], filter: { axes: { entity: entities } }, names },
    );
    const cells = new Map(rows.map((row) => [row.keys[0] ?? null, row]));
    return group.map((one) => [one, figureOf(one.name, cells.get(one.entity) ?? nothingCounted)]);
  }
}
