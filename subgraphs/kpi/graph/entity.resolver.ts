import { Arg, Directive, Field, FieldResolver, ObjectType, Resolver, Root } from 'type-graphql';
import { kpiNames } from '../figure/figure.ts';
import { KpiSet } from './kpi.type.ts';
import { WindowInput } from './question.type.ts';
import { readSpan } from './read-question.ts';

@ObjectType('Entity')
@Directive('@key(fields: "code")')
export class EntityWithKpis {
  @Field(() => String)
  code: string;
}

@Resolver(() => EntityWithKpis)
export class EntityKpisResolver {
  @FieldResolver(() => KpiSet, {
    nullable: true,
    description:
      'Its figures of a window; the public does not see those on few cases (`KpiTerms.fewestShown`).',
  })
  kpis(@Root() { code }: EntityWithKpis, @Arg('window', () => WindowInput) window: WindowInput): KpiSet {
    return new KpiSet({ span: readSpan(window), filter: { axes: {} }, entity: code, names: kpiNames });
  }
}
