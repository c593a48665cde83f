/** Background tasks of this subgraph, as they are added; their handlers are wired in start-jobs.ts. */
import { defineTask, unlimitedAttempts } from '@bekhedmetkom/platform/jobs';
import { z } from 'zod';
import type { Facts } from '../message/facts.ts';
import { notificationKinds } from '../message/kind.ts';

const subgraph = 'notification';
/** An event that is told of, in the log of cases. */
const happened = {
  event: z.uuid(),
  caseId: z.uuid(),
  /** ISO 8601, UTC. */
  at: z.string(),
};
const isFacts = (value: unknown): value is Facts => typeof value === 'object' && value !== null;

/** Tells the reporters of cases that follow another, a page at a time; what has begun goes on until all know. */
export const notifyFollowers = defineTask({
  subgraph,
  name: 'tell-followers',
  payload: z.object({
    ...happened,
    /** Of the event in the log: who followed later is not told. */
    position: z.number().int(),
    kind: z.enum(notificationKinds),
    facts: z.custom<Facts>(isFacts),
    /** The case of the last follower that was told; null before the first page. */
    after: z.string().nullable(),
  }),
  attempts: unlimitedAttempts,
});

/** Tells staff of a note or a promise, which bear no more than keys: their case has to be asked for. */
export const notifyStaffOf = defineTask({
  subgraph,
  name: 'tell-staff',
  payload: z.object({
    ...happened,
    about: z.discriminatedUnion('kind', [
      z.object({ kind: z.literal('note'), mentions: z.array(z.string()), by: z.string().nullable() }),
      z.object({ kind: z.literal('promise'), post: z.string(), promisedOn: z.string() }),
    ]),
  }),
  // Some three days.
  attempts: 1_000,
});
export type TellFollowers = z.infer<typeof notifyFollowers.payload>;
export type TellStaff = z.infer<typeof notifyStaffOf.payload>;
