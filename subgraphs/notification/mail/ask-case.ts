/** Asks the complaint subgraph, as one of our own programs, for what is told and not kept here. */
import { type Signer, serviceViewer } from '@bekhedmetkom/platform/auth';
import { toGlobalId } from '@bekhedmetkom/platform/subgraph';
import { z } from 'zod';
import type { MailKind } from '../mail-layout/email.ts';
import type { Addressee } from './render-email.ts';

const common = 'reference subject type state anonymous entity { code } applicant { name email } linkToken';
/** What some kinds of mail need besides. */
const besides: Partial<Record<MailKind, string>> = {
  'question-asked': 'question { text }',
  'case-answered': 'ratingToken',
};

const reply = z.object({
  data: z
    .object({
      case: z
        .object({
          reference: z.string(),
          subject: z.string(),
          type: z.string(),
          state: z.string(),
          anonymous: z.boolean(),
          entity: z.object({ code: z.string() }).nullable(),
          applicant: z.object({ name: z.string().nullable(), email: z.string().nullable() }).nullable(),
          question: z.object({ text: z.string() }).nullish(),
          ratingToken: z.string().nullish(),
          linkToken: z.string().nullish(),
        })
        .nullable(),
    })
    .nullish(),
  errors: z.array(z.object({ extensions: z.object({ code: z.string() }) })).default([]),
});

export interface AskedCase {
  reference: string;
  type: string;
  state: string;
  /** Code of the entity responsible. */
  entity: string | null;
  /** Null for an applicant who left no address. */
  email: string | null;
  addressee: Addressee;
}

/**
 * Asks for a case, with what a kind of mail needs of it; null when there is none. Throws when the complaint
 * subgraph does not answer, or not with the case: ask again later.
 */
export type AskCase = (caseId: string, kind?: MailKind) => Promise<AskedCase | null>;

const timeout = 5_000;

/** `origin` is the complaint subgraph's, without a path. */
export function makeAskCase(origin: string, signer: Signer): AskCase {
  async function ask(caseId: string, fields: string) {
    const response = await fetch(`${origin}/graphql`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        'x-internal-identity': await signer.sign(serviceViewer('notification'), 'complaint'),
      },
      body: JSON.stringify({
        query: `query AskCase($id: ID!) { case(id: $id) { ${fields} } }`,
        variables: { id: toGlobalId('Case', caseId) },
      }),
      signal: AbortSignal.timeout(timeout),
    });
    const { data, errors } = reply.parse(await response.json());
    return { data, code: errors[0]?.extensions.code ?? null, status: response.status };
  }

  return async (caseId, kind) => {
    const more = kind && besides[kind];
    const { data, code, status } = await ask(caseId, more ? `${common} ${more}` : common);
    if (code === 'NOT_FOUND' || (!code && data?.case === null)) return null;
    if (code || !data?.case) throw new Error(`the complaint subgraph answered ${code ?? status}`);
    const {
      reference,
      subject,
      type,
      state,
      anonymous,
      entity,
      applicant,
      question,
      ratingToken,
      linkToken,
    } = data.case;
    // A mailbox may be seen by others: what was said in confidence is not repeated there.
    const confidential = anonymous || type === 'REPORT';
    return {
      reference,
      type,
      state,
      entity: entity?.code ?? null,
      email: applicant?.email ?? null,
      addressee: {
        name: applicant?.name ?? null,
        about: confidential ? null : subject,
        question: confidential ? null : (question?.text ?? null),
        ratingToken: ratingToken ?? null,
        linkToken: linkToken ?? null,
      },
    };
  };
}
