import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

type Words = { [name: string]: Words | string };

const root = join(import.meta.dirname, '..', '..');
const textsIn = (words: Words, path: string): [string, string][] =>
  Object.entries(words).flatMap(([name, value]): [string, string][] =>
    typeof value === 'string' ? [[`${path}.${name}`, value]] : textsIn(value, `${path}.${name}`),
  );
const contentOf = (locale: string): [string, string][] =>
  readdirSync(join(import.meta.dirname, locale)).flatMap((file) =>
    textsIn(JSON.parse(readFileSync(join(import.meta.dirname, locale, file), 'utf8')), `${locale}/${file}`),
  );
const mails = ['mail-layout', 'message'].flatMap((part) => {
  const folder = join(root, 'subgraphs', 'notification', part, 'content');
  return readdirSync(folder).map((file): [string, string] => [
    `notification/${part}/${file}`,
    readFileSync(join(folder, file), 'utf8'),
  ]);
});
/** What each program answers to people when it refuses something, line by line. */
const refusals = ['complaint', 'directory', 'notification'].flatMap((name) => {
  const folder = join(root, 'subgraphs', name, 'refusal');
  return readdirSync(folder)
    .filter((file) => !file.includes('.test.'))
    .flatMap((file) =>
      readFileSync(join(folder, file), 'utf8')
        .split('\n')
        .map((line): [string, string] => [`${name}/refusal/${file}`, line]),
    );
});
const texts = [...contentOf('ar'), ...contentOf('en'), ...mails, ...refusals];

/** One of these Arabic words, as a whole word, with or without «و» before it. */
const word = (...words: string[]): RegExp =>
  new RegExp(`(?<![\\u0621-\\u065F])و?(${words.join('|')})(?![\\u0621-\\u065F])`);

/** Words for which docs/glossary.md has another one, and the one it has. */
const retired: readonly [wrong: RegExp, right: string][] = [
  [/متعامل/, 'مقدّم الطلب'],
  [/رمز المتابعة|follow-up code/i, 'الرمز السري, secret code'],
  [/رد أولي|الرد الأولي|first reply/i, 'رد مرحلي, interim reply'],
  [/لا فجوات|no gaps/i, 'متصل مباشرة, connected'],
  [/^اسأل الحكومة/, 'استفسار'],
  [/تدقيق الجودة/, 'مراجع الجودة'],
  [
    word('اكتب', 'اختر', 'احذف', 'احذفه', 'أضف', 'انشر', 'جرّبه', 'اعرف', 'راجعه', 'أرفق', 'أدخل'),
    'the plural, such as اكتبوا',
  ],
  [word('لديك', 'يمكنك', 'فتحته', 'كتبته', 'تحتاجه', 'طلبك', 'رقمك', 'بريدك'), 'the plural, such as لديكم'],
  [/أعد (المحاولة|تعديل)/, 'أعيدوا المحاولة'],
  [/يُصنَّف قبل (أمس|اليوم|\{)/, 'يُصنَّف حتى, كان يجب تصنيفه حتى'],
  [/التالية تأخرًا/, 'الأقرب تأخرًا'],
  [/عمل محتسب|Work counted/, 'المهلة, time allowed'],
  [/تظهر.{0,20} هنا وحدها/, 'تظهر هنا تلقائيًا'],
  [/بنقطتين أو أقل/, 'نجمة أو نجمتين'],
  [word('من وعد', 'لم نعد نحتاجه'), 'صاحب الوعد, إخفاء'],
  [/ما آل إليه/, 'نتيجة'],
  [/أجزاءً? من جهات/, 'إفادات'],
  [/Due now:/, 'due date'],
  [/(^|[\s(])(أجزاء|جزء من جهة)/, 'إفادات'],
  [/محال إلى (ال)?موظف|أُحيل إلى الموظف/, 'أُسند'],
  [/(^|\s)ردّ? (الإحالة|التظلّم)/, 'رفض'],
  [/مرتفعة الأهمية العالية|أهمية عالية/, 'مرتفعة'],
  [/(^|[\s(])L[0-4](?!\s*\{)($|[\s):])/, 'the post, such as الوزير'],
  [/\d\s?٪|\d %|\}\s%|\}٪/, '5%'],
];

describe('the vocabulary', () => {
  it.each(retired)('says nowhere %s', (wrong, right) => {
    const found = texts
      .filter(([, text]) => wrong.test(text))
      .map(([path, text]) => `${path}: ${text.slice(0, 80)}`);
    expect(found, `say ${right} (docs/glossary.md)`).toEqual([]);
  });
});
