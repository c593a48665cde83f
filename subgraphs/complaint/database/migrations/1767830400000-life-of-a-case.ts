import type { MigrationInterface, QueryRunner } from 'typeorm';

// Everything that a case may live through beside the straight road. Adding columns with constant defaults
// rewrites no table, and the indexes are partial: most cases are in none of these situations.
const cases = `
alter table cases
  add column parent_id uuid,
  add column followers int not null default 0,
  add column transfer_to text,
  add column transfer_at_room boolean not null default false,
  add column transfer_refusals int not null default 0,
  add column returns_to text,
  add column part_entities text[] not null default '{}',
  add column open_parts int not null default 0,
  add column proposal jsonb,
  add column rejection_code text,
  add column appealed_at timestamptz,
  add column restricted boolean not null default false,
  add column held_since timestamptz,
  add column escalation text,
  add column escalates_at timestamptz,
  add column times_out_at timestamptz;
comment on column cases.parent_id is 'The case into which this one was merged, or which its reporter follows instead';
comment on column cases.transfer_to is 'Entity that is asked to take the case';
comment on column cases.transfer_at_room is 'The operation room decides about the transfer';
comment on column cases.returns_to is 'State to which a refused transfer goes back';
comment on column cases.proposal is 'An interim reply or a rejection that waits for its second person';
comment on column cases.held_since is 'Since when the responsible entity has it; submission when null';
comment on column cases.escalation is 'Highest level that the current cycle reached';
comment on column cases.escalates_at is 'When the next level of the ladder is due; null when none is';
comment on column cases.times_out_at is 'When the system ends the waiting of this state; null when it does not';

create index cases_escalates on cases (escalates_at) where escalates_at is not null;
create index cases_times_out on cases (times_out_at) where times_out_at is not null;
create index cases_parent on cases (parent_id, submitted_at, id) where parent_id is not null;
create index cases_transfer on cases (transfer_to, next_breach_at, id) where transfer_to is not null;
create index cases_part_entities on cases using gin (part_entities) where part_entities <> '{}';
create index cases_proposal on cases (entity, next_breach_at, id) where proposal is not null;
create index cases_appealed on cases (appealed_at, id) where appealed_at is not null;
create index cases_escalation on cases (escalation, next_breach_at, id) where escalation is not null;
create index cases_restricted on cases (programme, next_breach_at, id) where restricted;

alter table filing
  add column latitude double precision check (latitude between -90 and 90),
  add column longitude double precision check (longitude between -180 and 180),
  add column credited_unit text,
  add column credited_name text,
  add check ((latitude is null) = (longitude is null));
comment on column filing.credited_name is 'Whom a compliment is for, in the applicant''s words';

alter table cycle
  add column sla_days int,
  add column sla_minutes int,
  add column reason text,
  add column questions int not null default 0,
  add column question text,
  add column interim_due_on date,
  add column interim_at timestamptz,
  add column quality_score double precision,
  add column quality_max double precision,
  add column escalation_asked_at timestamptz,
  add column escalations jsonb not null default '[]';
comment on column cycle.sla_days is 'Working days that the policy gave, half of them after a reopening';
comment on column cycle.reason is 'Why it was reopened';
comment on column cycle.question is 'The question that waits for the applicant';
comment on column cycle.interim_due_on is 'Day promised in an interim reply, Asia/Amman';
create index cycle_calendar on cycle (calendar_version, case_id) where published_at is null and closed_at is null;
`;

export class LifeOfACase1767830400000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(cases);
  }

  async down(): Promise<void> {
    throw new Error('what became of cases is never dropped: restore a backup instead');
  }
}
