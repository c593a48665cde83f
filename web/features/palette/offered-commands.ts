/** Commands of the open page beside its forms: a page offers them while it is shown, the palette reads them when it opens. */
import type { Command } from './commands.ts';

const offers = new Set<() => Command[]>();

/** Offers commands until the returned function is called. `read` is called each time the palette opens. */
export function offerCommands(read: () => Command[]): () => void {
  offers.add(read);
  return () => {
    offers.delete(read);
  };
}

/** What is offered at this moment, in the order in which pages began to offer. */
export function offeredCommands(): Command[] {
  return [...offers].flatMap((read) => read());
}
