import type { MigrationInterface, QueryRunner } from 'typeorm';

// A custodian decides on a request and a second person approves; who is a custodian and asks has decided for their part.
const requests = `
alter table identity_request
  add column version int not null default 1,
  add column asked_as_custodian boolean not null default true,
  add column endorsed_by text,
  add column endorsed_post text,
  add column endorsed_at timestamptz,
  add column endorsed_because text,
  add column decision_reason text,
  add column visible_until timestamptz,
  add check (endorsed_by is distinct from requested_by),
  add check (endorsed_by is null or decision is distinct from 'APPROVED' or endorsed_by is distinct from decided_by),
  add check ((endorsed_by is null) = (endorsed_at is null));
comment on column identity_request.asked_as_custodian is 'Who asked decides on others; one approval is enough';
comment on column identity_request.endorsed_by is 'The custodian who decided in favour; a second person approves';
comment on column identity_request.visible_until is 'Who asked is shown the reporter until then';
`;

// Approvals of the previous release had no end.
const ends = `
update identity_request set visible_until = decided_at + interval '7 days' where decision = 'APPROVED'`;
// The previous release goes on approving for a while: without an end nothing is shown by this one.
const lists = `
create index identity_request_open on identity_request (id) where decision is null;
create index identity_request_asked on identity_request (requested_by, id desc);
`;

export class IdentitySecondPerson1796774400000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const part of [requests, ends, lists]) await runner.query(part);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop index identity_request_asked');
    await runner.query('drop index identity_request_open');
    await runner.query(`alter table identity_request drop column version, drop column asked_as_custodian,
      drop column endorsed_by, drop column endorsed_post, drop column endorsed_at, drop column endorsed_because, drop column decision_reason,
      drop column visible_until`);
  }
}
