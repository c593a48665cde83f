import { outboxTables } from '@bekhedmetkom/platform/outbox';
import type { MigrationInterface, QueryRunner } from 'typeorm';

const tables = `
create function today() returns date language sql stable
  as $$ select (now() at time zone 'Asia/Amman')::date $$;

create table sector (
  code text primary key,
  name_ar text not null check (name_ar <> ''),
  name_en text not null check (name_en <> ''),
  position int not null
);

create table entity (
  code text primary key,
  name_ar text not null check (name_ar <> ''),
  name_en text not null check (name_en <> ''),
  sector text not null references sector deferrable initially deferred,
  kind text not null,
  parent text references entity deferrable initially deferred check (parent <> code),
  successor text references entity deferrable initially deferred check (successor <> code),
  valid_from date not null,
  valid_to date check (valid_to >= valid_from),
  position int not null,
  search text not null
);
create index entity_sector on entity (sector, position);
create index entity_parent on entity (parent);
create index entity_search on entity using gin (search gin_trgm_ops);

create table unit (
  code text primary key,
  entity text not null references entity deferrable initially deferred,
  name_ar text not null check (name_ar <> ''),
  name_en text not null check (name_en <> '')
);
create index unit_entity on unit (entity);

create table service (
  code text primary key,
  entity text not null references entity deferrable initially deferred,
  unit text references unit deferrable initially deferred,
  name_ar text not null check (name_ar <> ''),
  name_en text not null check (name_en <> '')
);
create index service_entity on service (entity);

create table category (
  code text primary key,
  name_ar text not null check (name_ar <> ''),
  name_en text not null check (name_en <> ''),
  sector text not null references sector deferrable initially deferred,
  default_pillar text not null,
  programme text not null,
  position int not null
);

create table governorate (
  code text primary key,
  iso text not null unique,
  name_ar text not null check (name_ar <> ''),
  name_en text not null check (name_en <> ''),
  position int not null
);

create table staff (
  key text primary key,
  subject text unique,
  name_ar text not null check (name_ar <> ''),
  name_en text not null check (name_en <> '')
);

create table post (
  key text primary key,
  role text not null,
  entity text references entity deferrable initially deferred,
  unit text references unit deferrable initially deferred,
  name_ar text not null check (name_ar <> ''),
  name_en text not null check (name_en <> ''),
  superior text references post deferrable initially deferred check (superior <> key)
);
create index post_entity on post (entity);
create unique index post_main on post (entity) where role = 'MAIN_FOCAL_POINT';

create table holding (
  post text not null references post deferrable initially deferred,
  staff text not null references staff deferrable initially deferred,
  valid_from date not null,
  valid_to date check (valid_to >= valid_from),
  primary key (post, valid_from)
);
create unique index holding_open on holding (post) where valid_to is null;
create index holding_staff on holding (staff);

create table calendar (
  version int primary key,
  body jsonb not null
);

create table sla_policy (
  programme text not null,
  version int not null,
  body jsonb not null,
  primary key (programme, version)
);
`;

// What the directory says of itself now, in the words of its events; and what it has said last.
const announcements = `
create view current_state as
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
  select 4, 'category.changed', code, position,
    jsonb_build_object('code', code, 'names', jsonb_build_object('ar', name_ar, 'en', name_en), 'sector', sector,
      'defaultPillar', default_pillar, 'programme', programme),
    position::text
  from category
union all
  select 5, 'calendar.published', version::text, version, body, '' from calendar
union all
  select 6, 'sla-policy.published', programme || '/' || version, version, body, '' from sla_policy
union all
  select 7, 'post.changed', post.key, 0,
    jsonb_build_object('key', post.key, 'role', post.role, 'entity', post.entity, 'unit', post.unit,
      'names', jsonb_build_object('ar', post.name_ar, 'en', post.name_en), 'superior', post.superior,
      'holder', case when staff.key is null then null else jsonb_build_object('staff', staff.key,
        'subject', staff.subject, 'names', jsonb_build_object('ar', staff.name_ar, 'en', staff.name_en)) end),
    ''
  from post
  left join lateral (
    select staff from holding
    where holding.post = post.key and valid_from <= today() and (valid_to is null or today() <= valid_to)
    order by valid_from desc limit 1
  ) holding on true
  left join staff on staff.key = holding.staff;

create table announced (
  type text not null,
  key text not null,
  version int not null,
  payload jsonb not null,
  detail text not null,
  primary key (type, key)
);

create table change_lock (single bool primary key default true check (single));
insert into change_lock default values;

create table seeded (
  kind text not null,
  key text not null,
  hash text not null,
  primary key (kind, key)
);
`;

export class Directory1767225600000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(tables);
    await runner.query(announcements);
    await runner.query(outboxTables);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table seeded, change_lock, announced; drop view current_state');
    await runner.query(`drop table sla_policy, calendar, holding, post, staff, governorate, category, service,
      unit, entity, sector; drop function today`);
  }
}
