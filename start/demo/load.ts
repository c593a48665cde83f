import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { StartupError } from '@bekhedmetkom/platform/errors';
import type { DemoRecord } from './history.ts';
import {
  type Ask,
  batch,
  type ImporterAccess,
  importRecords,
  pastOf,
  readPlace,
  signIn,
} from './importer.ts';
import { type PeopleAccess, seedCaseHistories } from './seed-case-histories.ts';

const count = 4_000;
const days = 90;

/** How the loader reaches the product: through the public gateway as the importer, and as people of it. */
export interface DemoAccess extends PeopleAccess, ImporterAccess {
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
  const records = pastOf(await readPlace(ask), { now: at, days, count });
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
  await seedCaseHistories(access, onProgress);
  await writeFile(marker, JSON.stringify({ at: at.toISOString(), done: true }));
}

function isBeingWorkedOn({ type, startedAt, publishedAt }: DemoRecord): boolean {
  return (type === 'COMPLAINT' || type === 'REPORT') && startedAt !== null && publishedAt === null;
}

/** A few answers wait for review: proposed by the importer, so that any reviewer may approve them. */
async function proposeSome(ask: Ask, references: string[]): Promise<void> {
  for (const reference of references.filter((_, index) => index % 12 === 3)) {
    let refused = await proposeOne(ask, reference);
    // What is overdue escalates meanwhile: then the case is looked at again.
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
