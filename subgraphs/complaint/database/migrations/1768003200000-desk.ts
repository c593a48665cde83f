import type { MigrationInterface, QueryRunner } from 'typeorm';

const desk = `
create table canned_answer (
  id uuid primary key default uuidv7(),
  entity text,
  version int not null default 1 check (version > 0),
  name_ar text not null check (name_ar <> ''),
  name_en text not null check (name_en <> ''),
  body_ar text not null check (body_ar <> ''),
  body_en text not null check (body_en <> ''),
  outcome text,
  type text,
  changed_by text not null,
  changed_at timestamptz not null default now()
);
comment on column canned_answer.entity is 'Null: for every entity';
create index canned_answer_entity on canned_answer (entity, id);

create table note (
  id uuid primary key default uuidv7(),
  case_id uuid not null,
  at timestamptz not null,
  body text not null check (body <> ''),
  author text not null,
  author_staff text,
  author_post text,
  mentions text[] not null default '{}'
);
comment on table note is 'What staff tell each other about a case; never for applicants';
create index note_case on note (case_id, id);

create table follow_up (
  id uuid primary key default uuidv7(),
  case_id uuid not null,
  entity text not null,
  post text not null,
  body text not null check (body <> ''),
  promised_on date not null,
  at timestamptz not null,
  author text not null,
  author_post text,
  settled_at timestamptz,
  settled_by text,
  kept boolean,
  comment text,
  check ((settled_at is null) = (kept is null))
);
comment on table follow_up is 'Calls and reminders to focal points, and what they promised';
comment on column follow_up.promised_on is 'Asia/Amman';
create index follow_up_case on follow_up (case_id, promised_on, id);
create index follow_up_post on follow_up (post, promised_on, id);
create index follow_up_entity on follow_up (entity, promised_on, id);
create index follow_up_promised on follow_up (promised_on, id);
create index follow_up_open on follow_up (promised_on, id) where settled_at is null;

create table saved_view (
  id uuid primary key default uuidv7(),
  subject text not null,
  name text not null check (name <> ''),
  name_key text not null,
  place int not null,
  filter jsonb not null,
  order_by text not null,
  unique (subject, name_key)
);
comment on column saved_view.name_key is 'The name as it is compared: folded';

create table rubric_version (
  version int primary key check (version > 0),
  criteria jsonb not null,
  sample_percent int not null check (sample_percent between 0 and 100),
  published_at timestamptz not null default now(),
  published_by text
);
comment on column rubric_version.sample_percent is 'How many of a hundred answers that need no score are scored all the same';

create table answer_score (
  case_id uuid not null,
  cycle int not null,
  number int not null,
  rubric_version int not null references rubric_version,
  points jsonb not null,
  score int not null check (score >= 0),
  max int not null check (max > 0 and score <= max),
  comment text,
  scored_by text,
  scored_post text,
  scored_at timestamptz not null,
  primary key (case_id, cycle, number)
);
comment on table answer_score is 'What a reviewer gave an answer (case_id, cycle, number), returned ones too';

create index cycle_to_score on cycle (rated_at, case_id)
  where rating_score <= 2 and quality_score is null;
`;

const firstRubric = [
  { key: 'complete', ar: 'تجيب عن كل ما سُئل عنه', en: 'Answers everything that was asked', weight: 3 },
  {
    key: 'correct',
    ar: 'صحيحة ومسندة إلى ما جرى فعلًا',
    en: 'Correct, and founded on what was done',
    weight: 3,
  },
  { key: 'clear', ar: 'واضحة بلغة مفهومة', en: 'Clear, in plain words', weight: 2 },
  { key: 'respectful', ar: 'مهذبة ومنصفة', en: 'Respectful and fair', weight: 1 },
  {
    key: 'next-step',
    ar: 'تبيّن الخطوة التالية أو سبب تعذّرها',
    en: 'Says what comes next, or why nothing can',
    weight: 1,
  },
].map(({ key, ar, en, weight }) => ({ key, names: { ar, en }, weight, max: 5 }));

export class Desk1768003200000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(desk);
    await runner.query('insert into rubric_version (version, criteria, sample_percent) values (1, $1, 10)', [
      JSON.stringify(firstRubric),
    ]);
  }

  async down(): Promise<void> {
    throw new Error('what was told and promised is never dropped: restore a backup instead');
  }
}
