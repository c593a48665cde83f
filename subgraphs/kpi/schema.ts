import { federatedSchema } from '@bekhedmetkom/platform/subgraph';
import { EntityKpisResolver, EntityWithKpis } from './graph/entity.resolver.ts';
import { KpiResolver, KpiSetResolver } from './graph/kpi.resolver.ts';
import { Kpi, KpiChange, KpiRow, KpiSet } from './graph/kpi.type.ts';
import { QuestionResolver } from './graph/question.resolver.ts';
import { KpiWindow } from './graph/question.type.ts';
import { KpiTerms, TermsResolver } from './graph/terms.resolver.ts';
import { WatchResolver } from './graph/watch.resolver.ts';

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
