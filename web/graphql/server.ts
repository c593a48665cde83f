import { type AnyVariables, Client, fetchExchange, type TypedDocumentNode } from '@urql/core';
import { getLocale } from 'next-intl/server';
import { readConfig } from '../config.ts';
import { gatewayHeaders, publicHeaders } from './gateway-headers.ts';
import { type Problem, toProblem } from './problem.ts';

const timeoutMs = 8_000;

export interface Answer<Data> {
  /** What came; parts may be null when `problem` names their path. Null when nothing came. */
  data: Data | null;
  problem: Problem | null;
}

/** Asks the gateway as the person of the current request. Never throws; give up after 8 s. */
export async function query<Data, Variables extends AnyVariables>(
  document: TypedDocumentNode<Data, Variables>,
  variables: Variables,
  locale?: string,
): Promise<Answer<Data>> {
  const client = await openClient(locale);
  const result = await client.query(document, variables).toPromise();
  return { data: result.data ?? null, problem: toProblem(result.error) };
}

/** Asks the gateway in nobody's name: the same for all, so that the answer may be kept. Never throws. */
export async function queryPublic<Data, Variables extends AnyVariables>(
  document: TypedDocumentNode<Data, Variables>,
  variables: Variables,
  locale: string,
): Promise<Answer<Data>> {
  const result = await clientWith(publicHeaders(locale)).query(document, variables).toPromise();
  return { data: result.data ?? null, problem: toProblem(result.error) };
}

/** Changes something through the gateway as the person of the current request. Never throws. */
export async function mutate<Data, Variables extends AnyVariables>(
  document: TypedDocumentNode<Data, Variables>,
  variables: Variables,
  locale?: string,
): Promise<Answer<Data>> {
  const client = await openClient(locale);
  const result = await client.mutation(document, variables).toPromise();
  return { data: result.data ?? null, problem: toProblem(result.error) };
}

async function openClient(locale?: string): Promise<Client> {
  return clientWith(await gatewayHeaders(locale ?? (await getLocale())));
}

function clientWith(headers: Record<string, string>): Client {
  return new Client({
    url: `${readConfig().gatewayUrl}/graphql`,
    exchanges: [fetchExchange],
    preferGetMethod: false,
    requestPolicy: 'network-only',
    fetchOptions: { headers, cache: 'no-store' },
    fetch: (input, init) => fetch(input, { ...init, signal: AbortSignal.timeout(timeoutMs) }),
  });
}
