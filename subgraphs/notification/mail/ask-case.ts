/** Asks the complaint subgraph, as one of our own programs, for what a mail needs and this one does not keep. */
import { type Signer, serviceViewer } from '@bekhedmetkom/platform/auth';
import { toGlobalId } from '@bekhedmetkom/platform/subgraph';
import { z } from 'zod';
import type { Addressee } from './compose-letter.ts';

const document = `query MailCase($id: ID!) {
  case(id: $id) { subject type anonymous applicant { name email } }
}`;

const reply = z.object({
  data: z
    .object({
      case: z
        .object({
          subject: z.string(),
          type: z.string(),
          anonymous: z.boolean(),
          applicant: z.object({ name: z.string().nullable(), email: z.string().nullable() }).nullable(),
        })
        .nullable(),
    })
    .nullish(),
  errors: z.array(z.object({ extensions: z.object({ code: z.string() }) })).default([]),
});

export type AskedCase = { email: string; addressee: Addressee } | { nobody: 'no case' | 'no address' };

/** Throws when the complaint subgraph does not answer, or not with the case: ask again later. */
export type AskCase = (caseId: string) => Promise<AskedCase>;

const timeout = 5_000;

/** `origin` is the complaint subgraph's, without a path. */
export function makeAskCase(origin: string, signer: Signer): AskCase {
  return async (caseId) => {
    const response = await fetch(`${origin}/graphql`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        'x-internal-identity': await signer.sign(serviceViewer('notification'), 'complaint'),
      },
      body: JSON.stringify({ query: document, variables: { id: toGlobalId('Case', caseId) } }),
      signal: AbortSignal.timeout(timeout),
    });
    const { data, errors } = reply.parse(await response.json());
    const code = errors[0]?.extensions.code;
    if (code === 'NOT_FOUND' || (!code && data?.case === null)) return { nobody: 'no case' };
    if (code || !data?.case) throw new Error(`the complaint subgraph answered ${code ?? response.status}`);
    const { subject, type, anonymous, applicant } = data.case;
    if (!applicant?.email) return { nobody: 'no address' };
    // A mailbox may be seen by others: what was said in confidence is not repeated there.
    const confidential = anonymous || type === 'REPORT';
    return {
      email: applicant.email,
      addressee: { name: applicant.name, about: confidential ? null : subject },
    };
  };
}
