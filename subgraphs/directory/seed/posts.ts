import type { Role } from '@bekhedmetkom/schema/events/vocabulary';
import type { Entity } from '../entity/entity.ts';
import type { Post } from '../post/post.ts';
import type { Unit } from '../unit/unit.ts';
import { subFocalPointsOf } from './sub-focal-points.ts';

const head: Record<string, { ar: string; en: string }> = {
  ministry: { ar: 'الأمين العام', en: 'Secretary general' },
  company: { ar: 'الرئيس التنفيذي', en: 'Chief executive' },
  university: { ar: 'رئيس الجامعة', en: 'President' },
  municipality: { ar: 'مدير المدينة', en: 'City manager' },
};
const otherHead = { ar: 'المدير العام', en: 'Director general' };

const topOfOffice = 'PMO-1';
/** Posts above entities: role, prefix of the key, how many, names, superior. */
const central: [Role, string, number, string, string, string | null][] = [
  ['PRIME_MINISTERS_OFFICE', 'PMO', 2, 'مكتب رئيس الوزراء', "Prime Minister's office", null],
  ['OPERATION_ROOM', 'OR', 6, 'غرفة العمليات', 'Operation room', topOfOffice],
  ['QUALITY_REVIEWER', 'QA', 4, 'مدقق جودة الردود', 'Quality reviewer', topOfOffice],
  ['CONTACT_CENTRE', 'CC', 6, 'مركز الاتصال الوطني', 'National contact centre', 'OR-1'],
  ['STEERING_COMMITTEE', 'SC', 5, 'اللجنة التوجيهية', 'Steering committee', null],
  ['ADMINISTRATOR', 'ADMIN', 1, 'مدير النظام', 'Administrator', null],
  ['IMPORTER', 'IMPORTER', 1, 'مستورد السجلات', 'Records importer', null],
];

/** Every post: those above entities, then those of each entity, each with its superior. */
export function makePosts(entities: Entity[], units: Unit[]): Post[] {
  return [...central.flatMap(makeCentral), ...entities.flatMap((entity) => makeOf(entity, entities, units))];
}

function makeCentral([role, prefix, count, ar, en, superior]: (typeof central)[number]): Post[] {
  return Array.from({ length: count }, (_, index) => {
    const number = count === 1 ? '' : ` ${index + 1}`;
    const names = { ar: `${ar}${number}`, en: `${en}${number}` };
    const key = `${prefix}-${index + 1}`;
    const above = role === 'PRIME_MINISTERS_OFFICE' && index > 0 ? topOfOffice : superior;
    return { key, role, entity: null, unit: null, names, superior: above };
  });
}

function makeOf(entity: Entity, entities: Entity[], units: Unit[]): Post[] {
  const { code, names, kind } = entity;
  const ownUnits = units.filter((unit) => unit.entity === code);
  const make = (key: string, role: Role, ar: string, en: string, superior: string, unit?: Unit): Post => ({
    key: `${code}-${key}`,
    role,
    entity: code,
    unit: unit?.code ?? null,
    names: {
      ar: `${ar}، ${unit ? `${unit.names.ar}، ` : ''}${names.ar}`,
      en: `${en}, ${unit ? `${unit.names.en}, ` : ''}${names.en}`,
    },
    superior,
  });
  const title = head[kind] ?? otherHead;
  const subs = Array.from({ length: subFocalPointsOf(code) }, (_, index) =>
    make(
      `SFP-${index + 1}`,
      'SUB_FOCAL_POINT',
      `ضابط ارتباط فرعي ${index + 1}`,
      `Sub focal point ${index + 1}`,
      `${code}-MFP`,
      ownUnits[index],
    ),
  );
  return [
    make('MFP', 'MAIN_FOCAL_POINT', 'ضابط الارتباط الرئيسي', 'Main focal point', `${code}-SG`),
    ...subs,
    make('SG', 'SECRETARY_GENERAL', title.ar, title.en, ministerOver(entity, entities) ?? topOfOffice),
    ...(kind === 'ministry' ? [make('MIN', 'MINISTER', 'الوزير', 'Minister', topOfOffice)] : []),
  ];
}

/** The post of the entity's own minister, else of the nearest one above it. */
function ministerOver(entity: Entity, entities: Entity[]): string | null {
  if (entity.kind === 'ministry') return `${entity.code}-MIN`;
  const parent = entities.find((other) => other.code === entity.parent);
  return parent ? ministerOver(parent, entities) : null;
}
