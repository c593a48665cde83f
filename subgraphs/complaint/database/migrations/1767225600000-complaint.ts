import { followerTables, outboxTables } from '@bekhedmetkom/platform/outbox';
import type { MigrationInterface, QueryRunner } from 'typeorm';

// A transition moves state and deadlines, which lists are indexed by. What never changes after filing (text,
// search) is therefore kept apart, so that a transition does not index it again.
const cases = `
create table cases (
  id uuid primary key,
  reference text not null unique,
  version int not null check (version > 0),
  type text not null,
  state text not null,
  programme text not null,
  subject text not null check (subject <> ''),
  entity text,
  category text,
  governorate text,
  district text,
  channel text not null,
  applicant_kind text,
  anonymous boolean not null,
  language text not null check (language in ('ar', 'en')),
  importance text,
  pillar text,
  submitted_at timestamptz not null,
  applicant_subject text check (not (anonymous and applicant_subject is not null)),
  filed_by text,
  reachable boolean not null,
  holder_post text,
  cycle int not null default 1,
  accepted_transfers int not null default 0,
  imported boolean not null default false,
  source text,
  source_id text,
  near_at timestamptz,
  next_breach_at timestamptz not null
) with (fillfactor = 90);
comment on column cases.applicant_subject is 'Pseudonymous subject of a signed-in applicant';
comment on column cases.filed_by is 'Subject of the agent or importer who filed it for somebody else';
comment on column cases.near_at is 'When three quarters of the time to next_breach_at are used';
comment on column cases.next_breach_at is 'The deadline that comes next; 9999 when an open case has none, infinity when it is not open';

create index cases_newest on cases (submitted_at, id);
create index cases_breach on cases (next_breach_at, id);
create index cases_entity_newest on cases (entity, submitted_at, id);
create index cases_entity_breach on cases (entity, next_breach_at, id);
create index cases_state_breach on cases (state, next_breach_at, id) where next_breach_at < 'infinity';
create index cases_holder_breach on cases (holder_post, next_breach_at, id) where next_breach_at < 'infinity';
create index cases_applicant on cases (applicant_subject, submitted_at, id) where applicant_subject is not null;
create unique index cases_source on cases (source, source_id) where source is not null;

create table filing (
  case_id uuid primary key,
  body text not null,
  sealed_contact bytea,
  secret_hash bytea,
  search_subject text not null,
  search_document tsvector not null
);
alter table filing alter column search_document set statistics 1000;
comment on table filing is 'What was handed in. Written once';
comment on column filing.sealed_contact is 'AES-256-GCM under the contact key, bound to the case';
create index filing_document on filing using gin (search_document);
create index filing_subject on filing using gin (search_subject gin_trgm_ops);

create table cycle (
  case_id uuid not null,
  number int not null,
  opened_by text not null default 'APPLICANT',
  submitted_at timestamptz not null,
  policy_version int not null,
  calendar_version int not null,
  acknowledge_by timestamptz not null,
  acknowledged_at timestamptz,
  original_due_at timestamptz,
  due_at timestamptz,
  paused_at timestamptz,
  pauses jsonb not null default '[]',
  started_at timestamptz,
  published_at timestamptz,
  closed_at timestamptz,
  outcome text,
  reviews int not null default 0,
  approved_at_first_review boolean,
  working_minutes int,
  answer_author text,
  rating_score int check (rating_score between 1 and 5),
  rating_solved text,
  rating_comment text,
  rated_at timestamptz,
  primary key (case_id, number)
) with (fillfactor = 90);
comment on column cycle.answer_author is 'Subject who wrote the answer proposed last: may not review it';

create table answer (
  case_id uuid not null,
  cycle int not null,
  number int not null,
  outcome text not null,
  body text not null check (body <> ''),
  author_subject text,
  author_staff text,
  author_post text,
  proposed_at timestamptz not null,
  decision text check (decision in ('APPROVED', 'RETURNED')),
  decided_by text,
  decided_at timestamptz,
  reason text,
  primary key (case_id, cycle, number)
);

create table timeline (
  case_id uuid not null,
  seq int not null,
  at timestamptz not null,
  action text,
  actor text not null check (actor in ('APPLICANT', 'STAFF', 'SYSTEM', 'IMPORTER')),
  post text,
  state text not null,
  body text,
  internal boolean not null default false,
  primary key (case_id, seq)
);
comment on column timeline.internal is 'The body is for staff, not for the applicant';

create table submission (
  key_hash bytea primary key,
  body_hash bytea not null,
  case_id uuid not null,
  created_at timestamptz not null
);
comment on table submission is 'Idempotency keys, as keyed hashes: they lead back to nobody';

create table wrong_try (
  reference text primary key,
  tries int not null,
  last_at timestamptz not null
);
create index wrong_try_age on wrong_try (last_at);
`;

const audit = `
create table audit (
  case_id uuid not null,
  seq int not null,
  at timestamptz not null,
  actor_kind text not null,
  actor text,
  action text not null,
  detail jsonb not null,
  hash bytea not null,
  primary key (case_id, seq)
);
comment on table audit is 'Append-only. Each hash covers its row and the hash before it of the same case';

create function audit_hash(
  previous bytea, case_id uuid, seq int, at timestamptz, actor_kind text, actor text, action text, detail jsonb
) returns bytea language sql stable as $$
  select sha256(convert_to(concat_ws(chr(31),
    coalesce(encode(previous, 'hex'), ''), case_id, seq, extract(epoch from at), actor_kind,
    coalesce(actor, chr(30)), action, detail), 'UTF8'))
$$;

create function refuse_change() returns trigger language plpgsql as $$
begin
  raise exception 'the audit trail is append-only';
end $$;
create trigger audit_is_append_only before update or delete or truncate on audit
  for each statement execute function refuse_change();
`;

const search = `
create text search configuration bilingual (copy = arabic);
alter text search configuration bilingual
  alter mapping for asciiword, asciihword, hword_asciipart with english_stem;
`;

const directory = `
create table directory_item (
  kind text not null,
  key text not null,
  payload jsonb not null,
  primary key (kind, key)
);
create table directory_state (
  single boolean primary key default true check (single),
  revision bigint not null default 0,
  caught_up boolean not null default false
);
insert into directory_state default values;
`;

export class Complaint1767225600000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const part of [outboxTables, followerTables, search, cases, audit, directory]) {
      await runner.query(part);
    }
  }

  async down(): Promise<void> {
    throw new Error('cases are never dropped: restore a backup instead');
  }
}
