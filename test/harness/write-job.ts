import { defineTask } from '@bekhedmetkom/platform/jobs';
import { z } from 'zod';

/** A task of the tests: writes a word down. */
export const write = defineTask({
  subgraph: 'worker',
  name: 'write',
  payload: z.object({ word: z.string() }),
  attempts: 2,
});
