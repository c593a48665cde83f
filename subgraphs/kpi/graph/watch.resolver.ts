import { encodeCursor } from '@bekhedmetkom/platform/outbox';
import { Arg, Resolver, Root, Subscription } from 'type-graphql';
import type { KpiName } from '../figure/figure.ts';
import type { Change } from '../watch/open-watch.ts';
import type { Context } from './context.ts';
import { KpiNameEnum } from './enums.ts';
import { KpiChange, KpiSet } from './kpi.type.ts';
import { KpiFilter, WindowInput } from './question.type.ts';
import { readFilter, readNames, readSpan } from './read-question.ts';

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
