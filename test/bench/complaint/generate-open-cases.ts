import { Client } from 'pg';

/**
 * Fills a complaint database with open cases that are being worked on, none of them due for anything, by
 * statements over sets. Takes about a minute per million.
 */
export async function generateOpenCases(url: string, cases: number): Promise<void> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    const { rows } = await client.query<{ name: string; text: string }>(
      `select indexname as name, indexdef as text from pg_indexes
       where tablename in ('cases', 'cycle') and indexname not like '%_pkey' and indexname <> 'cases_reference_key'`,
    );
    await client.query(
      "set statement_timeout = 0; set synchronous_commit = off; set maintenance_work_mem = '512MB'",
    );
    for (const { name } of rows) await client.query(`drop index ${name}`);
    await client.query(
      `create unlogged table made as
       select n, gen_random_uuid() as id, clock_timestamp() - (2 + n % 5) * interval '1 day' as submitted,
         clock_timestamp() + (3 + n % 20) * interval '1 day' + n * interval '1 ms' as due
       from generate_series(1, ${cases}) n`,
    );
    await client.query(
      `insert into cases (id, reference, version, type, state, programme, subject, entity, category, governorate,
         channel, anonymous, language, importance, pillar, submitted_at, reachable, holder_post, due_soon_at,
         next_deadline_at, escalates_at)
       select id, 'BENCH-' || n, 3, 'COMPLAINT', 'IN_PROGRESS', 'GOVERNMENT_SERVICES', 'Long wait at the clinic',
         'MOH', 'WAIT', 'AMMAN', 'WEB', false, 'ar', 'MEDIUM', 'TIME', submitted, false, 'MOH-SFP-1',
         due - interval '1 day', due, due - interval '1 day'
       from made`,
    );
    await client.query(
      `insert into cycle (case_id, number, submitted_at, policy_version, calendar_version, acknowledge_by,
         acknowledged_at, original_due_at, due_at, started_at, sla_days)
       select id, 1, submitted, 1, 1, submitted + interval '1 day', submitted + interval '2 hours', due, due,
         submitted + interval '3 hours', 7
       from made`,
    );
    for (const { text } of rows) await client.query(text);
    await client.query('drop table made');
    await client.query('vacuum analyze');
  } finally {
    await client.end();
  }
}
