import { z } from 'zod';

const anything = z.record(z.string(), z.unknown());
const id = z.string().min(1).max(128);

const clientMessage = z.discriminatedUnion('type', [
  z.object({ type: z.literal('connection_init'), payload: anything.nullish() }),
  z.object({ type: z.literal('ping'), payload: anything.nullish() }),
  z.object({ type: z.literal('pong'), payload: anything.nullish() }),
  z.object({
    type: z.literal('subscribe'),
    id,
    payload: z.object({
      query: z.string(),
      operationName: z
        .string()
        .nullish()
        .transform((name) => name ?? undefined),
      variables: anything.nullish().transform((variables) => variables ?? undefined),
    }),
  }),
  z.object({ type: z.literal('complete'), id }),
]);

export type ClientMessage = z.infer<typeof clientMessage>;

/** Reads a frame of graphql-transport-ws; undefined when it is none that a client may send. */
export function readClientMessage(text: string): ClientMessage | undefined {
  try {
    return clientMessage.safeParse(JSON.parse(text)).data;
  } catch {
    return undefined;
  }
}
