/** What the importer of the demonstration asks of the graph. */
import { StartupError } from '@bekhedmetkom/platform/errors';
import { type DemoRecord, demoHistory, type Place, type Story } from './history.ts';
import { retry } from './retry.ts';
import stories from './stories.json' with { type: 'json' };

/** Records to a request. */
export const batch = 200;

/** How the importer reaches the product: through the public gateway. */
export interface ImporterAccess {
  gatewayUrl: string;
  issuerUrl: string;
  clientSecret: string;
}

export type Ask = <T>(query: string, variables?: object) => Promise<T>;

/** A believable past of so many cases over the days before a moment. */
export function pastOf(place: Place, options: { now: Date; days: number; count: number }): DemoRecord[] {
  return demoHistory(stories as Story[], place, options);
}

/**
 * Imports a believable past of so many cases over the days before a moment; `name` tells it apart from others in the same
 * installation.
 */
export async function importHistory(
  access: ImporterAccess,
  { name, ...options }: { name: string; now: Date; days: number; count: number },
): Promise<void> {
  const ask = await signIn(access);
  const records = pastOf(await readPlace(ask), options);
  for (let from = 0; from < records.length; from += batch) {
    const some = records.slice(from, from + batch);
    await importRecords(
      ask,
      some.map((record) => ({ ...record, sourceId: `${name}-${record.sourceId}` })),
    );
  }
}

export async function signIn({ gatewayUrl, issuerUrl, clientSecret }: ImporterAccess): Promise<Ask> {
  const answer = await fetch(`${issuerUrl}/token`, {
    method: 'POST',
    headers: { authorization: `Basic ${Buffer.from(`importer:${clientSecret}`).toString('base64')}` },
    body: new URLSearchParams({ grant_type: 'client_credentials' }),
  });
  if (!answer.ok) throw new StartupError(`The importer could not sign in: ${await answer.text()}`);
  const { access_token: token } = (await answer.json()) as { access_token: string };
  const headers = () => ({ authorization: `Bearer ${token}` });
  return <T>(query: string, variables: object = {}) =>
    retry<T>(gatewayUrl, headers, { query, variables }, 'importer');
}

export async function readPlace(ask: Ask): Promise<Place> {
  const { sectors, categories } = await ask<{
    sectors: { code: string; entities: { edges: { node: { code: string } }[] } }[];
    categories: {
      code: string;
      defaultPillar: Place['categories'][number]['pillar'];
      sector: { code: string };
    }[];
  }>(`{
    sectors { code entities(first: 100) { edges { node { code } } } }
    categories { code defaultPillar sector { code } }
  }`);
  return {
    entities: sectors.flatMap((sector) =>
      sector.entities.edges.map(({ node }) => ({ code: node.code, sector: sector.code })),
    ),
    categories: categories.map(({ code, defaultPillar, sector }) => ({
      code,
      pillar: defaultPillar,
      sector: sector.code,
    })),
  };
}

/** Gives the references of the cases, in the order of the records. */
export async function importRecords(ask: Ask, records: DemoRecord[]): Promise<(string | null)[]> {
  const { importCases } = await ask<{
    importCases: {
      results: { sourceId: string; reference: string | null; userErrors: { message: string }[] }[];
    };
  }>(
    `mutation ($records: [ImportedCaseInput!]!) {
      importCases(input: { records: $records }) { results { sourceId reference userErrors { message } } }
    }`,
    { records },
  );
  const refused = importCases.results.find((result) => result.userErrors.length > 0);
  if (refused) {
    throw new StartupError(
      `Demonstration case ${refused.sourceId} was refused: ${refused.userErrors[0]?.message}`,
    );
  }
  return importCases.results.map((result) => result.reference);
}
