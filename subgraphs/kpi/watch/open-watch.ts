import type { Viewer } from '@bekhedmetkom/platform/auth';
import type { Bus } from '@bekhedmetkom/platform/bus';
import type { Database } from '@bekhedmetkom/platform/database';
import type { Logger, Metrics } from '@bekhedmetkom/platform/telemetry';
import type { Span } from '../dimension/period.ts';
import { seesAsPublic } from '../figure/figure.policy.ts';
import type { Figure, KpiName } from '../figure/figure.ts';
import { isTooSmall } from '../figure/suppression.ts';
import { atMostEvery, type Throttled } from '../pace/at-most-every.ts';
import { LatestOnly } from '../pace/latest-only.ts';
import { Answers } from '../question/answers.ts';
import { beyondOpen } from '../question/programme-scope.ts';
import type { Filter } from '../question/question.ts';
import { WatchedQuestions } from './watched-questions.ts';

export interface Watched {
  span: Span;
  filter: Filter;
  names: readonly KpiName[];
}

export interface Change {
  /** Position of the complaint log that the figures reach, at least. */
  position: number;
  figures: ReadonlyMap<KpiName, Figure>;
}

interface CountedChange extends Change {
  /** The public is not shown figures on fewer cases. */
  fewestShown: number;
}

export interface Watch {
  /**
   * The figures as they are, at once; then, each time one of them changes, all of them as they are then.
   * @throws Fault RATE_LIMITED when the viewer watches `most` other questions already.
   */
  subscribe(watched: Watched, viewer: Viewer, most: number): AsyncIterableIterator<Change>;
  /** Something may have changed. */
  touch(): void;
  close(): Promise<void>;
}

interface Topic {
  watchers: Set<LatestOnly<Change>>;
  latest: CountedChange | null;
  count: Throttled;
}

/** Channel of the bus on which programs tell each other that figures may have changed. */
export const figuresChannel = 'kpi';

const interval = 1_000;

/**
 * Watches figures: whoever asks for the same within the same scope shares one count, at most one a second, and hears only of changes.
 * A slow reader misses what lies between, never the last.
 */
export async function openWatch(options: {
  database: Database;
  bus: Bus;
  logger: Logger;
  metrics: Metrics;
}): Promise<Watch> {
  const { database, bus, logger, metrics } = options;
  const topics = new Map<string, Topic>();
  const questions = new WatchedQuestions();
  const watching = metrics.gauge('kpi_watched_questions', 'Distinct questions that somebody watches');
  const seconds = metrics.histogram('kpi_watch_count_seconds', 'Time to count a watched question once');

  function openTopic(key: string, watched: Watched, viewer: Viewer): Topic {
    // Changes that the public is not shown are no changes to it.
    const asPublic = seesAsPublic(viewer);
    const topic: Topic = {
      watchers: new Set(),
      latest: null,
      count: atMostEvery(
        interval,
        async () => {
          const end = seconds.startTimer();
          const change = await countWatched(database, watched, viewer);
          end();
          const isNews = !topic.latest || shown(change, asPublic) !== shown(topic.latest, asPublic);
          if (!isNews) return;
          topic.latest = change;
          for (const watcher of topic.watchers) watcher.put(change);
        },
        (error) => logger.warn({ err: error }, 'watched figures could not be counted'),
      ),
    };
    topics.set(key, topic);
    watching.set(topics.size);
    topic.count.touch();
    return topic;
  }

  const touch = () => {
    for (const topic of topics.values()) topic.count.touch();
  };
  const listening = await bus.listen(figuresChannel, touch);
  return {
    touch,
    subscribe(watched, viewer, most) {
      const scope = beyondOpen(viewer, watched.filter.axes.entity ?? null);
      const key = JSON.stringify([watched, seesAsPublic(viewer), scope]);
      const leave = questions.add(viewer, key, most);
      const topic = topics.get(key) ?? openTopic(key, watched, viewer);
      const watcher = new LatestOnly<Change>(() => {
        leave();
        topic.watchers.delete(watcher);
        if (topic.watchers.size > 0 || topics.get(key) !== topic) return;
        topics.delete(key);
        watching.set(topics.size);
        void topic.count.close();
      });
      topic.watchers.add(watcher);
      if (topic.latest) watcher.put(topic.latest);
      return watcher;
    },
    async close() {
      await listening.close();
      for (const topic of [...topics.values()]) {
        await topic.count.close();
        for (const watcher of [...topic.watchers]) await watcher.return();
      }
    },
  };
}

async function countWatched(
  database: Database,
  { span, filter, names }: Watched,
  viewer: Viewer,
): Promise<CountedChange> {
  const answers = new Answers(database, viewer);
  const { position, terms } = await answers.moment();
  const figures = await Promise.all(
    names.map((name) => answers.figure({ span, filter, entity: null, name })),
  );
  const { fewestShown } = terms;
  return { position, fewestShown, figures: new Map(figures.map((figure) => [figure.name, figure])) };
}

/** What a watcher can tell apart. */
function shown({ figures, fewestShown }: CountedChange, asPublic: boolean): string {
  return JSON.stringify(
    [...figures.values()].map((figure) =>
      asPublic && isTooSmall(figure, fewestShown) ? figure.name : figure,
    ),
  );
}
