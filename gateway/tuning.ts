import type { ConnectionPace } from './limits/connections.ts';
import type { SubmissionPace } from './limits/submission-limits.ts';
import type { QuestionPace } from './subscriptions/watched-questions.ts';

/** What tests and benchmarks set differently. Times in milliseconds. */
export interface Tuning {
  queryPatience: number;
  mutationPatience: number;
  streamLinger: number;
  maxStreams: number;
  /** Of one socket: operations at a time, messages, and until connection_init must have come. */
  subscriptions: number;
  messagesPerMinute: number;
  initialisation: number;
  submissions: SubmissionPace;
  connections: ConnectionPace;
  questions: QuestionPace;
}

export const defaultTuning: Tuning = {
  queryPatience: 1_500,
  // A change may be large (an import), and whether it was made is unknown once it is not waited for.
  mutationPatience: 10_000,
  streamLinger: 5_000,
  maxStreams: 50_000,
  subscriptions: 20,
  messagesPerMinute: 100,
  initialisation: 5_000,
  submissions: {
    // Far more than the whole country files in its busiest minute: no crowd behind one address comes near it.
    address: { perSecond: 50, burst: 50, timeoutMs: 500 },
    person: { points: 30, duration: 10 * 60 },
  },
  connections: { address: 250, person: 40 },
  questions: { address: 100, person: 40 },
};

/** The figures of a gateway: the usual ones, those of its settings, and those that a test gives. */
export function tuningOf(config: {
  tuning?: Partial<Tuning>;
  submissionsPerAddress: number;
  connectionsPerAddress: number;
}): Tuning {
  const { submissions, connections } = defaultTuning;
  return {
    ...defaultTuning,
    submissions: {
      ...submissions,
      address: { ...submissions.address, perSecond: config.submissionsPerAddress },
    },
    connections: { ...connections, address: config.connectionsPerAddress },
    ...config.tuning,
  };
}
