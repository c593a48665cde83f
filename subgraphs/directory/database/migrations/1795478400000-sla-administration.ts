import type { MigrationInterface, QueryRunner } from 'typeorm';

const tables = `
create table programme (
  code text primary key,
  name_ar text not null check (name_ar <> ''),
  name_en text not null check (name_en <> ''),
  restricted boolean not null,
  coordinated boolean not null,
  position int not null
);

alter table post add column programme text references programme deferrable initially deferred;
comment on column post.programme is 'Set for the coordinator of a programme: what the post is limited to';

alter table calendar add column published_at timestamptz not null default now(), add column published_by text;
alter table sla_policy add column published_at timestamptz not null default now(), add column published_by text;
comment on column calendar.published_by is 'Subject who published it; null for the seed';
comment on column sla_policy.published_by is 'Subject who published it; null for the seed';
`;

const audit = `
create table audit (
  seq int primary key,
  at timestamptz not null,
  actor text not null,
  action text not null,
  detail jsonb not null,
  hash bytea not null
);
comment on table audit is 'What administrators changed. Append-only; each hash covers its row and the hash before it';

create function audit_hash(previous bytea, seq int, at timestamptz, actor text, action text, detail jsonb)
returns bytea language sql stable as $$
  select sha256(convert_to(concat_ws(chr(31),
    coalesce(encode(previous, 'hex'), ''), seq, extract(epoch from at), actor, action, detail), 'UTF8'))
$$;

create function refuse_change() returns trigger language plpgsql as $$
begin
  raise exception 'the audit trail is append-only';
end $$;
create trigger audit_is_append_only before update or delete or truncate on audit
  for each statement execute function refuse_change();
`;

// As before, and programmes; a post says of which programme it is only where it is of one, so that the others
// are not announced anew.
const announcements = `
create or replace view current_state as
  select 1 as rank, 'sector.changed' as type, code as key, position,
    jsonb_build_object('code', code, 'names', jsonb_build_object('ar', name_ar, 'en', name_en), 'order', position)
      as payload,
    '' as detail
  from sector
union all
  select 2, 'governorate.changed', code, position,
    jsonb_build_object('code', code, 'iso', iso, 'names', jsonb_build_object('ar', name_ar, 'en', name_en)),
    position::text
  from governorate
union all
  select 3, 'entity.changed', code, position,
    jsonb_build_object('code', code, 'names', jsonb_build_object('ar', name_ar, 'en', name_en), 'sector', sector,
      'kind', kind, 'parent', parent, 'successor', successor, 'validFrom', valid_from, 'validTo', valid_to),
    concat_ws('/', position,
      (select md5(string_agg(concat_ws('/', u.code, u.name_ar, u.name_en), '/' order by u.code)) from unit u where u.entity = entity.code),
      (select md5(string_agg(concat_ws('/', s.code, s.unit, s.name_ar, s.name_en), '/' order by s.code)) from service s where s.entity = entity.code))
  from entity
union all
  select 4, 'programme.changed', code, position,
    jsonb_build_object('code', code, 'names', jsonb_build_object('ar', name_ar, 'en', name_en),
      'restricted', restricted, 'coordinated', coordinated),
    position::text
  from programme
union all
  select 5, 'category.changed', code, position,
    jsonb_build_object('code', code, 'names', jsonb_build_object('ar', name_ar, 'en', name_en), 'sector', sector,
      'defaultPillar', default_pillar, 'programme', programme),
    position::text
  from category
union all
  select 6, 'calendar.published', version::text, version, body, '' from calendar
union all
  select 7, 'sla-policy.published', programme || '/' || version, version, body, '' from sla_policy
union all
  select 8, 'post.changed', post.key, 0,
    jsonb_build_object('key', post.key, 'role', post.role, 'entity', post.entity, 'unit', post.unit,
      'names', jsonb_build_object('ar', post.name_ar, 'en', post.name_en), 'superior', post.superior,
      'holder', case when staff.key is null then null else jsonb_build_object('staff', staff.key,
        'subject', staff.subject, 'names', jsonb_build_object('ar', staff.name_ar, 'en', staff.name_en)) end)
      || case when post.programme is null then '{}'::jsonb
        else jsonb_build_object('programme', post.programme) end,
    ''
  from post
  left join lateral (
    select staff from holding
    where holding.post = post.key and valid_from <= today() and (valid_to is null or today() <= valid_to)
    order by valid_from desc limit 1
  ) holding on true
  left join staff on staff.key = holding.staff;
`;

export class SlaAdministration1795478400000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(tables);
    await runner.query(audit);
    await runner.query(announcements);
  }

  async down(): Promise<void> {
    throw new Error('what administrators published is never dropped: restore a backup instead');
  }
}
