import { federatedSchema } from '@bekhedmetkom/platform/subgraph';
import { EntityKpisResolver, EntityWithKpis } from './entity/entity.resolver.ts';
import { KpiResolver, KpiSetResolver } from './figure/kpi.resolver.ts';
import { Kpi, KpiChange, KpiRow, KpiSet } from './figure/kpi.type.ts';
import { QuestionResolver } from './question/question.resolver.ts';
import { KpiWindow } from './question/question.type.ts';
import { KpiTerms, TermsResolver } from './terms/terms.resolver.ts';
import { WatchResolver } from './watch/watch.resolver.ts';

/** The KPI subgraph's part of the graph; building it opens nothing. */
export function kpiSchema() {
  return federatedSchema({
    resolvers: [
      EntityKpisResolver,
      KpiResolver,
      KpiSetResolver,
      QuestionResolver,
      TermsResolver,
      WatchResolver,
    ],
    orphanedTypes: [EntityWithKpis, Kpi, KpiChange, KpiRow, KpiSet, KpiTerms, KpiWindow],
    referenceResolvers: { Entity: ({ code }: { code: string }) => ({ code }) },
  });
}
