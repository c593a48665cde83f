import { calendarPublished, slaPolicyPublished } from '@bekhedmetkom/schema/events/directory';
import { describe, expect, it } from 'vitest';
import demo from '../../../schema/demo/people.json' with { type: 'json' };
import { people } from './person.ts';
import { readContent } from './read-content.ts';

const demoPeople = people.parse(demo);
const content = await readContent(demoPeople);
const ofRole = (role: string) => content.posts.filter((post) => post.role === role);

describe('the shipped directory', () => {
  it('has 15 sectors, 106 entities, 12 governorates and 67 categories', () => {
    expect(content.sectors).toHaveLength(15);
    expect(content.entities).toHaveLength(106);
    expect(content.governorates).toHaveLength(12);
    expect(content.categories).toHaveLength(67);
  });

  it('has 220 focal points, one of them the main one of each entity', () => {
    expect(ofRole('MAIN_FOCAL_POINT').map((post) => post.entity)).toEqual(
      content.entities.map((entity) => entity.code),
    );
    expect(ofRole('MAIN_FOCAL_POINT').length + ofRole('SUB_FOCAL_POINT').length).toBe(220);
  });

  it('has a secretary general everywhere, a minister in each ministry and six in the operation room', () => {
    expect(ofRole('SECRETARY_GENERAL')).toHaveLength(106);
    const ministries = content.entities.filter((entity) => entity.kind === 'ministry');
    expect(ofRole('MINISTER').map((post) => post.entity)).toEqual(ministries.map((entity) => entity.code));
    expect(ofRole('OPERATION_ROOM')).toHaveLength(6);
  });

  it('names everything in both languages, Arabic in Arabic letters and English in Latin ones', () => {
    const named = [
      ...content.sectors,
      ...content.governorates,
      ...content.entities,
      ...content.units,
      ...content.services,
      ...content.categories,
      ...content.staff,
      ...content.posts,
    ];
    for (const { names } of named) {
      expect(names.ar).toMatch(/^[^A-Za-z]*\p{Script=Arabic}[^A-Za-z]*$/u);
      expect(names.en).toMatch(/^[^\p{Script=Arabic}]*[A-Za-z][^\p{Script=Arabic}]*$/u);
    }
  });

  it('uses each code and key once and refers only to what exists', () => {
    for (const list of [content.entities, content.units, content.services, content.categories]) {
      expect(new Set(list.map((one) => one.code)).size).toBe(list.length);
    }
    const keys = new Set(content.posts.map((post) => post.key));
    expect(keys.size).toBe(content.posts.length);
    const entities = new Set<string | null>(content.entities.map((entity) => entity.code)).add(null);
    const units = new Set<string | null>(content.units.map((unit) => unit.code)).add(null);
    const staff = new Set<string | null>(content.staff.map((member) => member.key)).add(null);
    for (const entity of content.entities) expect(entities).toContain(entity.parent);
    for (const service of content.services) expect(units).toContain(service.unit);
    for (const post of content.posts) {
      expect(entities).toContain(post.entity);
      expect(units).toContain(post.unit);
      expect(staff).toContain(post.holder);
      if (post.superior) expect(keys).toContain(post.superior);
    }
  });

  it.each([
    ['MOH-SFP-1', ['MOH-MFP', 'MOH-SG', 'MOH-MIN', 'PMO-1']],
    ['MIYAHUNA-SFP-1', ['MIYAHUNA-MFP', 'MIYAHUNA-SG', 'MWI-MIN', 'PMO-1']],
    ['DVLD-MFP', ['DVLD-SG', 'MOI-MIN', 'PMO-1']],
    ['AB-MFP', ['AB-SG', 'PMO-1']],
  ])('escalates from %s up to the Prime Minister', (from, expected) => {
    const chain: string[] = [];
    let post = content.posts.find((one) => one.key === from);
    while (post?.superior) {
      chain.push(post.superior);
      post = content.posts.find((one) => one.key === post?.superior);
    }
    expect(chain).toEqual(expected);
  });

  it('gives every demo person with a role exactly that post', () => {
    for (const person of demoPeople.filter((one) => one.role !== null)) {
      const held = content.posts.filter((post) => post.holder === person.subject);
      expect(held).toMatchObject([{ role: person.role, entity: person.entity }]);
    }
  });

  it('leaves about one focal post in twenty vacant, and none of those above entities', () => {
    const vacant = content.posts.filter((post) => post.holder === null);
    const share = vacant.length / content.posts.length;
    expect(share).toBeGreaterThan(0.02);
    expect(share).toBeLessThan(0.09);
    expect(vacant.every((post) => post.entity !== null && post.role !== 'MINISTER')).toBe(true);
  });

  it('invents the same staff every time, no two of one name', async () => {
    expect(await readContent(demoPeople)).toEqual(content);
    expect(new Set(content.staff.map((member) => member.names.ar)).size).toBe(content.staff.length);
  });

  it('takes the abbreviated pillar as INFRASTRUCTURE', () => {
    const powerCut = content.categories.find((category) => category.code === 'POWER-CUT');
    expect(powerCut?.defaultPillar).toBe('INFRASTRUCTURE');
  });

  it('runs smoking and human rights as programmes of their own', () => {
    const programmes = Object.fromEntries(content.categories.map((one) => [one.code, one.programme]));
    expect(programmes).toMatchObject({
      SMOKING: 'SMOKING',
      'HR-GRIEV': 'HUMAN_RIGHTS',
      LEAK: 'GOVERNMENT_SERVICES',
    });
  });

  it('keeps the contract of calendar and SLA policies', () => {
    const calendar = calendarPublished.parse({ version: 1, ...content.calendar });
    expect(calendar).toMatchObject({ workingDays: [1, 2, 3, 4, 7], hours: { opens: 510, closes: 930 } });
    expect(calendar.holidays).toContainEqual({
      from: '2026-03-20',
      to: '2026-03-23',
      names: { ar: 'عيد الفطر', en: 'Eid al-Fitr' },
      estimated: false,
    });
    expect(content.slaPolicies.map((policy) => policy.programme)).toEqual([
      'GOVERNMENT_SERVICES',
      'HUMAN_RIGHTS',
      'SMOKING',
    ]);
    for (const policy of content.slaPolicies) slaPolicyPublished.parse({ version: 1, ...policy });
    for (const policy of content.slaPolicies.slice(0, 1)) {
      const { acknowledgeMinutes, resolveDays } = slaPolicyPublished.parse({ version: 1, ...policy });
      expect(acknowledgeMinutes).toEqual({
        COMPLAINT: 420,
        INQUIRY: 420,
        COMPLIMENT: 420,
        REPORT: 420,
        SUGGESTION: 420,
      });
      expect(resolveDays).toHaveLength(32);
      expect(resolveDays).toContainEqual({
        type: 'COMPLAINT',
        pillar: 'INFRASTRUCTURE',
        importance: 'LOW',
        workingDays: 30,
      });
    }
  });
});
