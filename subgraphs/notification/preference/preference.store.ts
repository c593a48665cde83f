import type { Tx } from '@bekhedmetkom/platform/database';
import { type Preference, unchosen } from './preference.ts';

type Row = Preference & { subject: string };

const columns = 'subject, email, in_app as "inApp", language';

/** The preferences of those among the subjects who chose any. */
export async function readPreferences(tx: Tx, subjects: string[]): Promise<Map<string, Preference>> {
  const rows = await tx.prepared<Row>(
    'read-preferences',
    `select ${columns} from preference where subject = any($1)`,
    [subjects],
  );
  return new Map(rows.map(({ subject, ...preference }) => [subject, preference]));
}

/** What holds for one person, chosen or not. */
export async function readPreference(tx: Tx, subject: string): Promise<Preference> {
  return (await readPreferences(tx, [subject])).get(subject) ?? unchosen;
}

/** Changes what is given and leaves the rest; gives what holds now. */
export async function savePreference(
  tx: Tx,
  subject: string,
  change: Partial<Preference>,
): Promise<Preference> {
  const [row] = await tx.query<Row>(
    `insert into preference (subject, email, in_app, language)
     values ($1, coalesce($2::boolean, $5), coalesce($3::boolean, $6), $4)
     on conflict (subject) do update set email = coalesce($2, preference.email),
       in_app = coalesce($3, preference.in_app), language = coalesce($4, preference.language)
     returning ${columns}`,
    [
      subject,
      change.email ?? null,
      change.inApp ?? null,
      change.language ?? null,
      unchosen.email,
      unchosen.inApp,
    ],
  );
  if (!row) throw new Error('the preference was not kept');
  const { email, inApp, language } = row;
  return { email, inApp, language };
}
