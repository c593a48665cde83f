import type { Tx } from '@bekhedmetkom/platform/database';
import { In } from 'typeorm';
import { PreferenceRow } from './preference.entity.ts';
import { type Preference, unchosen } from './preference.ts';

/** The preferences of those among the subjects who chose any. */
export async function readPreferences({ manager }: Tx, subjects: string[]): Promise<Map<string, Preference>> {
  const rows = await manager.findBy(PreferenceRow, { subject: In(subjects) });
  return new Map(rows.map(({ subject, email, inApp, language }) => [subject, { email, inApp, language }]));
}

/** What holds for one person, chosen or not. */
export async function readPreference(tx: Tx, subject: string): Promise<Preference> {
  return (await readPreferences(tx, [subject])).get(subject) ?? unchosen;
}

const columns = { email: 'email', inApp: 'in_app', language: 'language' } as const;

/** Changes what is given and leaves the rest; gives what holds now. */
export async function savePreference(
  tx: Tx,
  subject: string,
  { email, inApp, language }: Partial<Preference>,
): Promise<Preference> {
  const given = {
    ...(email !== undefined && { email }),
    ...(inApp !== undefined && { inApp }),
    ...(language && { language }),
  };
  const changed = (Object.keys(given) as (keyof typeof columns)[]).map((name) => columns[name]);
  const insert = tx.manager
    .createQueryBuilder()
    .insert()
    .into(PreferenceRow)
    .values({ subject, ...unchosen, ...given })
    .updateEntity(false);
  await (changed.length > 0 ? insert.orUpdate(changed, ['subject']) : insert.orIgnore()).execute();
  return readPreference(tx, subject);
}
