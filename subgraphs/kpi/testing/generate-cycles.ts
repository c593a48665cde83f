/**
 * Fills a KPI database with many cycles and all that is counted from them, by statements over sets: two weeks
 * are made at random and counted, then repeated into the past; the last weeks, with what is still open, are made
 * and counted on their own.
 */
import { Client } from 'pg';
import { measureNames } from '../cycle/measure.ts';
import { type CountedTable, countDays, countDurations, dayTable } from './count-by-sets.ts';

export interface Generated {
  cycles: number;
  /** Over how many days before now they were submitted: evenly. */
  days: number;
}

const period = 14;
const latest = 28;
const entities = 106;
const categories = 57;

/** Milliseconds since 1970 for `now`. Takes seconds per hundred thousand cycles; tells what it is about to do. */
export async function generateCycles(
  url: string,
  { cycles, days }: Generated,
  onStep: (step: string) => void = () => {},
): Promise<void> {
  const client = new Client({ connectionString: url });
  await client.connect();
  const run = async (step: string, ...statements: string[]) => {
    onStep(step);
    for (const statement of statements) await client.query(statement);
  };
  try {
    const { rows } = await client.query<{ now: string }>(
      "select to_char(date_trunc('milliseconds', clock_timestamp()) at time zone 'UTC', 'YYYY-MM-DD HH24:MI:SS.MS+00') as now",
    );
    const now = `timestamptz '${rows[0]?.now}'`;
    const repeats = Math.max(0, Math.floor((days - latest) / period));
    const recentDays = repeats === 0 ? days : latest;
    const perDay = cycles / (recentDays + repeats * period);
    const indexes = await client.query<{ name: string; text: string }>(
      "select indexname as name, indexdef as text from pg_indexes where tablename = 'cycle' and indexname <> 'cycle_pkey'",
    );

    await run(
      'words',
      "set statement_timeout = 0; set work_mem = '256MB'; set maintenance_work_mem = '1GB'; set synchronous_commit = off",
      `update clock set processed_until = ${now}`,
      `insert into term (kind, code, version, ar, en, sector)
       select 'entity', 'E' || code, 1, 'جهة ' || code, 'Entity ' || code, 'S' || code / 7 from generate_series(0, ${entities - 1}) code
       union all select 'category', 'C' || code, 1, 'تصنيف ' || code, 'Category ' || code, null from generate_series(0, ${categories - 1}) code
       union all select 'governorate', 'G' || code, 1, 'محافظة ' || code, 'Governorate ' || code, null from generate_series(0, 11) code
       union all select 'sector', 'S' || code, 1, 'قطاع ' || code, 'Sector ' || code, null from generate_series(0, 15) code`,
      ...indexes.rows.map(({ name }) => `drop index ${name}`),
      'create unlogged table template (like cycle)',
      'create unlogged table recent (like cycle)',
    );
    await run(
      'cycles',
      randomCycles('recent', Math.round(perDay * recentDays), recentDays, now),
      stillOpen('recent', now),
      'insert into cycle select * from recent',
    );
    if (repeats > 0) {
      const start = `${now} - interval '${recentDays} days'`;
      await run(
        'repeated cycles',
        randomCycles('template', Math.round(perDay * period), period, start),
        repeatCycles(repeats),
      );
    }
    await run('indexes', ...indexes.rows.map(({ text }) => text), 'vacuum analyze cycle');

    const recent = dayTable('recent_day');
    const template = dayTable('template_day');
    await run('counts', recent.create, ...countDays('recent', recent, now));
    await run('template counts', template.create, ...countDays('template', template, now));
    await run('sums by day', ...sumsByDay(recent, template, repeats));
    await run('sums by week and month', ...longerSums());
    await run('histograms', ...countDurations('recent', 'template', repeats, period));
    await run('current_gauge', standing());
    await run('vacuum', 'drop table template, recent, recent_day, template_day', 'vacuum analyze');
  } finally {
    await client.end();
  }
}

/** Cycles that ended well: answered within 16 days of submission, closed within 10 more. */
function randomCycles(table: string, count: number, days: number, end: string): string {
  return `
    insert into ${table}
    select uuidv7(), 1, 5, 'E' || entity, 'G' || floor(12 * power(random(), 2))::int,
      'C' || ((entity / 7) * 4 + floor(4 * random())::int) % ${categories},
      (array['COMPLAINT', 'COMPLAINT', 'INQUIRY', 'SUGGESTION', 'COMPLIMENT', 'REPORT'])[1 + floor(6 * power(random(), 1.3))::int],
      (array['TIME', 'QUALITY', 'STAFF', 'PROCEDURE', 'INFRASTRUCTURE'])[1 + floor(5 * random())::int],
      (array['MEDIUM', 'LOW', 'HIGH', 'CRITICAL'])[1 + floor(4 * power(random(), 2))::int],
      (array['WEB', 'MOBILE', 'CONTACT_CENTRE', 'FACEBOOK', 'CHATBOT', 'COUNTER'])[1 + floor(6 * power(random(), 1.5))::int],
      (array['CITIZEN', 'RESIDENT', 'STUDENT', 'EMPLOYEE', 'LABOURER', 'INVESTOR', 'BUSINESS_OWNER'])[1 + floor(7 * power(random(), 2))::int],
      'GOVERNMENT_SERVICES', true, submitted_at, submitted_at + interval '2 days', random() < 0.92,
      due_at, due_at, published_at, published_at, closed_at, false, true, random() < 0.04, true, random() < 0.9,
      random() < 0.05, case when score is not null then closed_at end, score,
      (extract(epoch from published_at - submitted_at) / 240)::int, 0, true,
      case when scored then floor(40 + 61 * random())::int end, case when scored then 100 end,
      case when published_at > due_at then 3 else (random() < 0.2)::int end, false
    from (
      select submitted_at, entity, published_at,
        date_trunc('day', submitted_at) + interval '10 days 12 hours 30 minutes' as due_at,
        published_at + random() * interval '10 days' as closed_at,
        case when random() < 0.4 then (array[5, 4, 5, 3, 4, 2, 1])[1 + floor(7 * random())::int] end as score,
        random() < 0.3 as scored
      from (
        select submitted_at, floor(${entities} * power(random(), 1.5))::int as entity,
          submitted_at + power(random(), 2) * interval '16 days' as published_at
        from (
          select date_trunc('milliseconds', ${end} - (number + 1) * interval '${days} days' / ${count}) as submitted_at
          from generate_series(0, ${count - 1}) number
        ) submitted
      ) published
    ) closed`;
}

/** Takes back what lies after now: these are open, or not closed or rated yet. */
function stillOpen(table: string, now: string): string {
  const later = (column: string) => `case when ${column} <= ${now} then ${column} end`;
  const published = `published_at <= ${now}`;
  return `
    update ${table} set
      running = not ${published},
      published_at = ${later('published_at')}, answered_at = ${later('answered_at')},
      reviewed = ${published}, first_pass = first_pass and ${published}, reopened = reopened and ${published},
      working_minutes = case when ${published} then working_minutes end,
      quality_score = case when ${published} then quality_score end,
      quality_max = case when ${published} then quality_max end,
      closed_at = ${later('closed_at')}, rated_at = ${later('rated_at')},
      score = case when rated_at <= ${now} then score end
    where closed_at > ${now}`;
}

function repeatCycles(repeats: number): string {
  const moments = [
    'submitted_at',
    'acknowledge_by',
    'due_at',
    'original_due_at',
    'answered_at',
    'published_at',
    'closed_at',
    'rated_at',
  ];
  const shifted = (column: string) =>
    moments.includes(column) ? `${column} - shift` : column === 'case_id' ? 'uuidv7()' : column;
  const columns = `case_id, number, version, entity, governorate, category, type, pillar, importance, channel,
    applicant_kind, programme, counted, submitted_at, acknowledge_by, acknowledged_on_time, due_at, original_due_at,
    answered_at, published_at, closed_at, running, classified, misrouted, reviewed, first_pass, reopened, rated_at,
    score, working_minutes, accepted_transfers, opened_by_applicant, quality_score, quality_max, escalated, imported`;
  return `
    insert into cycle (${columns})
    select ${columns
      .split(',')
      .map((column) => shifted(column.trim()))
      .join(', ')}
    from (select repeat * interval '${period} days' as shift from generate_series(${repeats - 1}, 0, -1) repeat) shifts
    cross join template`;
}

function sumsByDay(recent: CountedTable, template: CountedTable, repeats: number): string[] {
  const sums = measureNames.map((name) => `sum(${name})`).join(', ');
  return recent.aggregates.map(
    (aggregate) => `
      insert into rollup
      select ${aggregate}, 'day', bucket, a, b, ${sums}
      from (
        select bucket, a, b, ${measureNames.join(', ')} from ${recent.name} where aggregate = ${aggregate}
        union all
        select bucket - ${period} * repeat, a, b, ${measureNames.join(', ')}
        from ${template.name} cross join generate_series(0, ${repeats - 1}) repeat where aggregate = ${aggregate}
      ) part group by bucket, a, b order by bucket, a, b`,
  );
}

function longerSums(): string[] {
  const sums = measureNames.map((name) => `sum(${name})`).join(', ');
  const by = (unit: string, bucket: string, where: string) => `
    insert into rollup
    select aggregate, '${unit}', ${bucket}, a, b, ${sums} from rollup where period = 'day' and ${where} group by 1, 3, 4, 5`;
  return [
    by('week', 'bucket - extract(dow from bucket)::int', 'aggregate % 10 = 0'),
    by('month', "date_trunc('month', bucket)::date", 'true'),
  ];
}

function standing(): string {
  return `
    insert into current_gauge
    select aggregate, a, b, sum(running), sum(overdue) from (
      select aggregate, a, b, running, overdue from recent_day where running > 0
    ) open group by 1, 2, 3`;
}
