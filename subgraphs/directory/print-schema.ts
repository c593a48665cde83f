/** Writes the subgraph's SDL to standard output, opening nothing. */
import { directorySchema } from './schema.ts';

const { sdl } = await directorySchema();
process.stdout.write(sdl);
