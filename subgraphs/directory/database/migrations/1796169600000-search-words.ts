import type { MigrationInterface, QueryRunner } from 'typeorm';

const tables = `
alter table category add column personal boolean not null default false;
comment on column category.personal is 'Its cases are one person''s own matter: nobody is offered to follow another''s';

create table search_word (
  entity text not null references entity deferrable initially deferred,
  words text not null check (words <> ''),
  primary key (entity, words)
);
comment on table search_word is 'What people say who look for an entity, beside its names, units and services';

create table entity_category (
  entity text not null references entity deferrable initially deferred,
  category text not null references category deferrable initially deferred,
  primary key (entity, category)
);
comment on table entity_category is 'What an entity is asked about: it is found by the names of these categories';

drop index entity_search;
alter table entity drop column search;
`;

// As before; a category says that it is personal only where it is, so that the others are not announced anew.
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
      (select md5(string_agg(concat_ws('/', s.code, s.unit, s.name_ar, s.name_en), '/' order by s.code)) from service s where s.entity = entity.code),
      (select md5(string_agg(w.words, '/' order by w.words)) from search_word w where w.entity = entity.code),
      (select md5(string_agg(e.category, '/' order by e.category)) from entity_category e where e.entity = entity.code))
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
      'defaultPillar', default_pillar, 'programme', programme)
      || case when personal then jsonb_build_object('personal', true) else '{}'::jsonb end,
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

export class SearchWords1796169600000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(tables);
    await runner.query(announcements);
  }

  async down(): Promise<void> {
    throw new Error('what administrators wrote is never dropped: restore a backup instead');
  }
}
