import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { StartupError } from '@bekhedmetkom/platform/errors';
import { askPatiently } from './ask-patiently.ts';
import { type DemoRecord, demoHistory, type Place, type Story } from './history.ts';
import { loadLives, type PeopleAccess } from './load-lives.ts';
import stories from './stories.json' with { type: 'json' };

const count = 4_000;
const days = 90;
const batch = 200;

/** How the loader reaches the product: through the public gateway as the importer, and as people of it. */
export interface DemoAccess extends PeopleAccess {
  gatewayUrl: string;
  issuerUrl: string;
  clientSecret: string;
  dataDir: string;
}

/**
 * Fills an empty installation with a believable past, and with cases of today that people work on, once.
 * Interrupted, it goes on at the next start with the same past: records have fixed ids and the import is idempotent.
 */
export async function loadDemo(
  access: DemoAccess,
  now: Date,
  onProgress: (text: string) => void,
): Promise<void> {
  const marker = join(access.dataDir, 'demo.json');
  const begun = JSON.parse(await readFile(marker, 'utf8').catch(() => 'null'));
  if (begun?.done) return;
  const at = begun ? new Date(begun.at) : now;
  await writeFile(marker, JSON.stringify({ at: at.toISOString(), done: false }));

  const ask = await signIn(access);
  const records = demoHistory(stories as Story[], await readPlace(ask), { now: at, days, count });
  const inWork: string[] = [];
  for (let from = 0; from < records.length; from += batch) {
    const some = records.slice(from, from + batch);
    const references = await importRecords(ask, some);
    some.forEach((record, index) => {
      if (isBeingWorkedOn(record)) inWork.push(references[index] ?? '');
    });
    onProgress(`${Math.min(from + batch, records.length)} of ${records.length}`);
  }
  await proposeSome(ask, inWork);
  await loadLives(access, onProgress);
  await writeFile(marker, JSON.stringify({ at: at.toISOString(), done: true }));
}

type Ask = <T>(query: string, variables?: object) => Promise<T>;

async function signIn({ gatewayUrl, issuerUrl, clientSecret }: DemoAccess): Promise<Ask> {
  const answer = await fetch(`${issuerUrl}/token`, {
    method: 'POST',
    headers: { authorization: `Basic ${Buffer.from(`importer:${clientSecret}`).toString('base64')}` },
    body: new URLSearchParams({ grant_type: 'client_credentials' }),
  });
  if (!answer.ok) throw new StartupError(`The importer could not sign in: ${await answer.text()}`);
  const { access_token: token } = (await answer.json()) as { access_token: string };
  const headers = () => ({ authorization: `Bearer ${token}` });
  return <T>(query: string, variables: object = {}) =>
    askPatiently<T>(gatewayUrl, headers, { query, variables }, 'importer');
}

async function readPlace(ask: Ask): Promise<Place> {
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
async function importRecords(ask: Ask, records: DemoRecord[]): Promise<(string | null)[]> {
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

function isBeingWorkedOn({ type, startedAt, publishedAt }: DemoRecord): boolean {
  return (type === 'COMPLAINT' || type === 'REPORT') && startedAt !== null && publishedAt === null;
}

/** A few answers wait for review: proposed by the importer, so that any reviewer may approve them. */
async function proposeSome(ask: Ask, references: string[]): Promise<void> {
  for (const reference of references.filter((_, index) => index % 12 === 3)) {
    let refused = await proposeOne(ask, reference);
    // What is overdue climbs the ladder meanwhile: then the case is looked at again.
    for (let again = 0; refused?.code === 'CONFLICT' && again < 5; again++) {
      refused = await proposeOne(ask, reference);
    }
    // Already proposed by an earlier, interrupted start.
    if (refused && refused.code !== 'ILLEGAL_TRANSITION') {
      throw new StartupError(`The answer to demonstration case ${reference} was refused: ${refused.message}`);
    }
  }
}

async function proposeOne(
  ask: Ask,
  reference: string,
): Promise<{ code: string; message: string } | undefined> {
  const { caseByReference: found } = await ask<{ caseByReference: { id: string; version: number } }>(
    'query ($reference: String!) { caseByReference(reference: $reference) { id version } }',
    { reference },
  );
  const { proposeAnswer } = await ask<{
    proposeAnswer: { userErrors: { code: string; message: string }[] };
  }>(
    'mutation ($input: ProposeAnswerInput!) { proposeAnswer(input: $input) { userErrors { code message } } }',
    {
      input: { caseId: found.id, expectedVersion: found.version, outcome: 'SOLVED', text: proposedAnswer },
    },
  );
  return proposeAnswer.userErrors[0];
}

const proposedAnswer =
  'تحية طيبة، عاين فريقنا الموقع يوم أمس وأُصلح العطل، وأُعيدت الخدمة صباح اليوم. نتابع خلال الأسبوع القادم للتأكد.';
