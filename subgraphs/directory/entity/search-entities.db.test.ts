import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { TestDatabase } from '../../../test/harness/database.ts';
import { changeDirectory } from '../change/change-directory.ts';
import { putSearchTerms } from '../search-word/search-word.repository.ts';
import { ask, type Data, openDirectory, setToday } from '../testing/open-directory.ts';
import { putEntity } from './entity.repository.ts';

let test: TestDatabase;
beforeAll(async () => {
  test = await openDirectory();
});
afterAll(() => test[Symbol.asyncDispose]());

interface Found {
  edges: { cursor: string; node: { code: string } }[];
  pageInfo: { hasNextPage: boolean; hasPreviousPage: boolean; endCursor: string | null };
  totalCount: number;
}
const query = `query ($search: String, $sector: String, $first: Int = 20, $after: Cursor) {
  entities(search: $search, sector: $sector, first: $first, after: $after) {
    edges { cursor node { code } } pageInfo { hasNextPage hasPreviousPage endCursor } totalCount
  }
}`;
const foundIn = ({ data }: { data?: Data | null }): Found => data?.entities as Found;
const codesOf = (answer: { data?: Data | null }) => foundIn(answer).edges.map((edge) => edge.node.code);
async function find(variables: Record<string, unknown>): Promise<Found & { codes: string[] }> {
  const answer = await ask(test, query, { variables });
  expect(answer.errors).toBeUndefined();
  return { ...foundIn(answer), codes: codesOf(answer) };
}

describe('searching entities', () => {
  it.each([
    ['as it is written', 'وزارة الصحة', 'MOH'],
    ['haa for taa marbuta', 'وزاره الصحه', 'MOH'],
    ['with vowel signs', 'وِزَارَةُ الصِّحَّة', 'MOH'],
    ['with tatweel', 'وزارة الصحـــــة', 'MOH'],
    ['words the other way round', 'الصحة وزارة', 'MOH'],
    ['without the article', 'صحة', 'MOH'],
    ['hamza below left out', 'بلدية اربد الكبرى', 'GIM'],
    ['hamza above for below', 'بلدية أربد', 'GIM'],
    ['yaa for alef maqsura', 'بلدية إربد الكبري', 'GIM'],
    ['alef with madda left bare', 'جامعة ال البيت', 'AABU'],
    ['alef maqsura in the middle', 'مستشفي الجامعة', 'JUH'],
    ['hamza on its seat left out', 'الموسسة العامة للغذاء', 'JFDA'],
    ['a lone hamza left out', 'شركة الكهربا الوطنية', 'NEPCO'],
    ['Persian letters', 'شرکة میاه الیرموک', 'YWC'],
    ['with a letter wrong', 'وزارة الداخلبة', 'MOI'],
    ['a name in everyday use', 'مياهنا', 'MIYAHUNA'],
    ['the beginning of a word', 'جوازا', 'CSPD'],
    ['English, small letters', 'ministry of health', 'MOH'],
    ['English with a letter missing', 'ministry of helth', 'MOH'],
    ['English, part of a word', 'passport', 'CSPD'],
    ['an apostrophe left out', 'Audit', 'AB'],
    ['the code', 'gam', 'GAM'],
    ['invisible direction marks', '\u200fوزارة\u200e الصحة\u200f', 'MOH'],
  ])('finds first: %s', async (_, search, code) => {
    expect((await find({ search })).codes[0]).toBe(code);
  });

  it('reads Arabic and Persian digits as digits', async () => {
    await using own = await openDirectory();
    const centre = { ar: 'مركز خدمات ١٢', en: 'Service centre 12' };
    await changeDirectory(own.database, (tx) =>
      putEntity(tx, {
        code: 'CENTRE12',
        names: centre,
        sector: 'GOV',
        kind: 'institution',
        parent: null,
        successor: null,
        validFrom: '2020-01-01',
        validTo: null,
        order: 107,
      }),
    );
    for (const search of ['مركز خدمات 12', 'مركز خدمات ۱۲', 'centre ١٢']) {
      expect(codesOf(await ask(own, query, { variables: { search, first: 1 } }))).toEqual(['CENTRE12']);
    }
  });

  it('finds nothing where there is nothing, and everything when only signs were typed', async () => {
    expect(await find({ search: 'zzzzqqqq' })).toMatchObject({ codes: [], totalCount: 0 });
    expect(await find({ search: ' %_\\ ', first: 1 })).toMatchObject({ codes: ['PM'], totalCount: 106 });
  });

  it('takes what would be a pattern, a quote or an operator as text', async () => {
    for (const search of ["'; drop table entity --", '%', "O'Brien & ! | <->", '\\']) {
      expect((await ask(test, query, { variables: { search } })).errors).toBeUndefined();
    }
  });

  it('stays within a sector', async () => {
    const { codes, totalCount } = await find({ search: 'شركة', sector: 'WATER' });
    expect(codes.toSorted()).toEqual(['AWC', 'MIYAHUNA', 'YWC']);
    expect(totalCount).toBe(3);
  });

  it('gives every hit once, page by page, best first', async () => {
    const all = await find({ search: 'وزارة', first: 100 });
    expect(all.codes.length).toBe(all.totalCount);
    const walked: string[] = [];
    let after: string | null = null;
    do {
      const page: Found & { codes: string[] } = await find({ search: 'وزارة', first: 7, after });
      expect(page.totalCount).toBe(all.totalCount);
      expect(page.pageInfo.hasPreviousPage).toBe(after !== null);
      walked.push(...page.codes);
      after = page.pageInfo.hasNextPage ? page.pageInfo.endCursor : null;
    } while (after);
    expect(walked).toEqual(all.codes);
  });

  it('refuses foreign cursors, too large pages and endless texts', async () => {
    for (const variables of [
      { search: 'x', after: 'bm90IG91cnM' },
      { first: 101 },
      { first: 0 },
      { search: 'x'.repeat(201) },
    ]) {
      const { errors } = await ask(test, query, { variables });
      expect(errors?.[0]?.originalError).toMatchObject({ code: 'BAD_USER_INPUT' });
    }
  });

  it.each([
    ['شرطة', ['PSD'], 1],
    ['الشرطه', ['PSD'], 1],
    ['هاتف', ['TRC'], 1],
    ['تلفون', ['TRC'], 1],
    ['النت', ['TRC'], 1],
    ['مدرسة', ['MOE'], 1],
    ['مدارس', ['MOE'], 1],
    ['مدرسة ابني', ['MOE'], 1],
    ['زبالة', ['MOLA', 'GAM', 'GIM', 'ZM'], 4],
    ['الزباله', ['GAM', 'GIM', 'MOLA', 'ZM'], 4],
    ['تقاعد', ['SSC'], 1],
    ['راتب التقاعد', ['SSC'], 1],
    ['رخصة قيادة', ['DVLD'], 1],
    ['رخصه سواقه', ['DVLD'], 1],
    ['جواز', ['CSPD'], 1],
    ['بدي اجدد جواز السفر', ['CSPD'], 1],
    ['ماء', ['MIYAHUNA', 'YWC', 'AWC', 'WAJ'], 5],
    ['المي', ['MIYAHUNA', 'YWC', 'AWC'], 3],
    ['مياه', ['MIYAHUNA', 'YWC', 'AWC', 'WAJ'], 5],
    ['انقطاع المياه', ['MIYAHUNA', 'YWC', 'AWC', 'WAJ'], 4],
    ['مجاري', ['MIYAHUNA', 'YWC', 'AWC'], 3],
    ['كهرباء', ['EMRC', 'NEPCO'], 2],
    ['فاتورة كهربا', ['EMRC'], 1],
    ['باص', ['LTRC'], 3],
    ['مستشفى', ['MOH', 'JUH', 'KAUH', 'RMS'], 4],
    ['دكتور', ['MOH'], 1],
    ['حفرة', ['GAM', 'GIM', 'ZM'], 5],
    ['كلاب ضالة', ['GAM', 'GIM', 'ZM'], 4],
    ['مسجد', ['AWQAF'], 1],
    ['ضمان', ['SSC'], 2],
    ['ضريبة', ['ISTD'], 1],
    ['أراضي', ['DLS'], 1],
    ['فساد', ['JIACC'], 1],
    ['police', ['PSD'], 1],
    ['driving licence', ['DVLD'], 1],
    ['passports', ['CSPD'], 1],
    ['garbage', ['MOLA', 'GAM', 'GIM', 'ZM'], 4],
    ['ما', [], 0],
    ['كيف', [], 0],
    ['سفينة فضاء', [], 0],
  ])('%s finds the entities that people mean, and no unrelated one', async (search, codes, most) => {
    const found = await find({ search, first: 100 });
    if (codes.length > 1) expect(found.codes.slice(0, codes.length).toSorted()).toEqual(codes.toSorted());
    else expect(found.codes.slice(0, 1)).toEqual(codes);
    expect(found.totalCount).toBeLessThanOrEqual(most);
  });

  it('finds by words that an administrator adds', async () => {
    await using own = await openDirectory();
    await changeDirectory(own.database, (tx) =>
      putSearchTerms(tx, { entity: 'PSD', words: ['البوليس'], categories: ['NOISE'] }),
    );
    expect(codesOf(await ask(own, query, { variables: { search: 'بوليس' } }))).toEqual(['PSD']);
    expect(codesOf(await ask(own, query, { variables: { search: 'ضوضاء' } }))).toEqual(['PSD']);
    expect(codesOf(await ask(own, query, { variables: { search: 'شرطة' } }))).toEqual([]);
  });
});

describe('listing entities', () => {
  it('gives all 106 in their order, page by page', async () => {
    const first = await find({ first: 100 });
    const rest = await find({ first: 100, after: first.pageInfo.endCursor });
    expect([...first.codes, ...rest.codes]).toHaveLength(106);
    expect(first.codes.slice(0, 2)).toEqual(['PM', 'MOPPA']);
    expect(rest).toMatchObject({ totalCount: 106, pageInfo: { hasNextPage: false, hasPreviousPage: true } });
  });

  it('leaves out what exists no more or not yet, in lists, sectors and searches', async () => {
    await using own = await openDirectory();
    await changeDirectory(own.database, async (tx) => {
      await tx.query("update entity set valid_to = '2026-06-30', successor = 'MOE' where code = 'MOHE'");
      await tx.query("update entity set valid_from = '2026-07-01' where code = 'HEAC'");
    });
    const codesOn = async (day: string, variables: Record<string, unknown>) => {
      await setToday(own.database, day);
      return codesOf(await ask(own, query, { variables: { first: 100, ...variables } }));
    };
    const education = { sector: 'EDU' };
    expect(await codesOn('2026-06-30', education)).toContain('MOHE');
    expect(await codesOn('2026-06-30', education)).not.toContain('HEAC');
    expect(await codesOn('2026-07-01', education)).not.toContain('MOHE');
    expect(await codesOn('2026-07-01', education)).toContain('HEAC');
    expect(await codesOn('2026-06-30', { search: 'وزارة التعليم العالي' })).toContain('MOHE');
    expect(await codesOn('2026-07-01', { search: 'وزارة التعليم العالي' })).not.toContain('MOHE');

    const { data } = await ask(own, '{ entity(code: "MOHE") { validFrom validTo successor { code } } }');
    expect(data?.entity).toEqual({
      validFrom: '2000-01-01',
      validTo: '2026-06-30',
      successor: { code: 'MOE' },
    });
  });
});
