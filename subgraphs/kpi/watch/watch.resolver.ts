import { encodeCursor } from '@bekhedmetkom/platform/outbox';
import { Arg, Resolver, Root, Subscription } from 'type-graphql';
import type { KpiName } from '../figure/figure.ts';
import { KpiChange, KpiSet } from '../figure/kpi.type.ts';
import type { Context } from '../graph/context.ts';
import { KpiNameEnum } from '../graph/enums.ts';
import { KpiFilter, WindowInput } from '../question/question.type.ts';
import { readFilter, readNames, readSpan } from '../question/read-question.ts';
import type { Change } from './open-watch.ts';

interface Arguments {
  window: WindowInput;
  names: KpiName[];
  filter?: KpiFilter | null;
}

@Resolver()
export class WatchResolver {
  @Subscription(() => KpiChange, {
    description:
      'Figures of a window: as they are, at once, and then all of those named each time one of them changes, by events or by time alone. At most one a second. RATE_LIMITED when the caller watches too many questions at a time.',
    subscribe: async ({ args, context }: { args: Arguments; context: Context }) => {
      const { answers, viewer, watch } = context;
      const { watchedQuestions } = (await answers.moment()).terms;
      return watch.subscribe(readArguments(args), viewer, watchedQuestions);
    },
  })
  kpiChanged(
    @Arg('window', () => WindowInput) window: WindowInput,
    @Arg('names', () => [KpiNameEnum]) names: KpiName[],
    @Arg('filter', () => KpiFilter, { nullable: true }) filter: KpiFilter | null,
    @Root() change: Change,
  ): KpiChange {
    const asked = { ...readArguments({ window, names, filter }), entity: null };
    return { cursor: encodeCursor(change.position), kpis: new KpiSet(asked, change.figures) };
  }
}

function readArguments({ window, names, filter }: Arguments) {
  return { span: readSpan(window), filter: readFilter(filter), names: readNames(names) };
}
