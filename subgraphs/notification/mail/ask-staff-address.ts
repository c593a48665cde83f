/** Asks the directory, as one of our own programs, where to write to whoever holds a post. */
import { type Signer, serviceViewer } from '@bekhedmetkom/platform/auth';
import { toGlobalId } from '@bekhedmetkom/platform/subgraph';
import { z } from 'zod';

const query = `query AskStaffAddress($posts: [_Any!]!) {
  _entities(representations: $posts) { ... on Post { holder { email } } }
}`;
const reply = z.object({
  data: z
    .object({
      _entities: z.array(
        z.object({ holder: z.object({ email: z.string().nullable() }).nullable() }).nullable(),
      ),
    })
    .nullish(),
  errors: z.array(z.object({ extensions: z.object({ code: z.string() }) })).default([]),
});

/** Null when the post is vacant or its holder's address is not known. Throws when the directory does not answer. */
export type AskStaffAddress = (post: string) => Promise<string | null>;

/** `origin` is the directory's, without a path. */
export function makeAskStaffAddress(origin: string, signer: Signer): AskStaffAddress {
  return async (post) => {
    const response = await fetch(`${origin}/graphql`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        'x-internal-identity': await signer.sign(serviceViewer('notification'), 'directory'),
      },
      body: JSON.stringify({
        query,
        variables: { posts: [{ __typename: 'Post', id: toGlobalId('Post', post) }] },
      }),
      signal: AbortSignal.timeout(5_000),
    });
    const { data, errors } = reply.parse(await response.json());
    const code = errors[0]?.extensions.code;
    if (code && code !== 'NOT_FOUND') throw new Error(`the directory answered ${code}`);
    return data?._entities[0]?.holder?.email ?? null;
  };
}
