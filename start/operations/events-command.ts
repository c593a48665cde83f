import type { Tx } from '@bekhedmetkom/platform/database';
import { StartupError } from '@bekhedmetkom/platform/errors';
import { dropDeadLetters, listDeadLetters, retryDeadLetters } from '@bekhedmetkom/platform/outbox';

/** The subgraphs that follow others' events. */
const consumers = ['complaint', 'kpi', 'notification'] as const;
type Consumer = (typeof consumers)[number];

export interface EventsCommand {
  verb: 'list' | 'retry' | 'drop';
  subgraphs: readonly Consumer[];
  topic: string | undefined;
  positions: number[] | undefined;
}

const usage = `Usage: npm run events -- list|retry|drop [${consumers.join('|')}] [topic] [position …]
  list    events that could not be applied, with the reason
  retry   has the running program apply them again
  drop    forgets them; it needs a subgraph, a topic and positions`;

/** Reads the arguments of `npm run events`. @throws StartupError with the usage. */
export function readEventsCommand(given: readonly string[]): EventsCommand {
  const [verb, name, topic, ...rest] = given;
  if (verb !== 'list' && verb !== 'retry' && verb !== 'drop') throw new StartupError(usage);
  const subgraphs = consumers.filter((each) => name === undefined || each === name);
  const positions = rest.map(Number);
  if (subgraphs.length === 0 || !positions.every((each) => Number.isSafeInteger(each) && each > 0)) {
    throw new StartupError(usage);
  }
  if (verb === 'drop' && positions.length === 0) throw new StartupError(usage);
  return { verb, subgraphs, topic, positions: positions.length > 0 ? positions : undefined };
}

/** Runs the command on one subgraph's database; gives what to print. */
export async function runEventsCommand(
  { verb, topic, positions }: EventsCommand,
  name: string,
  database: Tx,
): Promise<string[]> {
  const selection = { topic, positions };
  if (verb === 'retry')
    return [`${name}: ${await retryDeadLetters(database, selection)} will be tried again`];
  if (verb === 'drop') return [`${name}: ${await dropDeadLetters(database, selection)} dropped`];
  const letters = await listDeadLetters(database, selection);
  if (letters.length === 0) return [`${name}: none`];
  return letters.map(({ position, event, reason, deadLetteredAt, retrying, ...letter }) => {
    const state = retrying ? 'is tried again' : reason;
    return `${name} ${letter.topic} ${position} ${event.type} ${event.key} ${deadLetteredAt.toISOString()}: ${state}`;
  });
}
