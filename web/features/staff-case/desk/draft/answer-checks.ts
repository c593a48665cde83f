/**
 * What the editor says beside an answer while it is written. Whether a text is more than a set phrase is the server's to
 * say, which knows all of them: here it is warned of, never promised.
 */
export type AnswerCheck = 'empty' | 'says-what-and-when' | 'says-nothing-done' | 'canned-only';

const canned = [
  'شكرا لتواصلكم معنا',
  'نشكر لكم تواصلكم',
  'تم استلام طلبكم وسيتم النظر فيه',
  'سيتم متابعة الموضوع مع الجهات المعنية',
  'تمت المتابعة',
  'تم اللازم',
  'thank you for contacting us',
  'we have received your request',
  'your request is being processed',
  'the matter will be followed up',
];

/** Verbs of things done, as they begin a word once spelling is levelled. */
const deeds =
  /(^|\s)(و|ف)?(تم|جرى|استبدل|اصلح|صلح|نفذ|زار|ارسل|اعاد|عاد|ركب|صرف|اصدر|عين|فتح|اغلق|ازال|نقل|حول|راجع|دفع|عوض|خالف|ضبط|وافق|قبل|سنعتمد|اعتمد|يحق|يمكنكم|يلزم|وصل|اعدنا|زرنا|فحص|نظف|شغل|سدد|خصم|صحح|الغ|عالج|انجز|انته)/;
const deedsInEnglish =
  /\b(replaced|repaired|fixed|restored|paid|issued|sent|visited|installed|removed|approved|accepted|adopted|opened|closed|fined|moved|completed|will be|you can|you need)\b/i;
const whenSaid =
  /\d|اليوم|امس|غدا|الاحد|الاثنين|الثلاثاء|الاربعاء|الخميس|الجمعة|السبت|صباح|مساء|(^|\s)(يوم|شهر|اسبوع)|\b(today|yesterday|tomorrow|sunday|monday|tuesday|wednesday|thursday|friday|saturday|week|month)\b/i;

/** Checks for the text so far: whether it names what was done and when, and is more than a set phrase. */
export function checkAnswer(text: string): AnswerCheck[] {
  const plain = level(text);
  if (plain === '') return ['empty'];
  const named = (deeds.test(plain) || deedsInEnglish.test(plain)) && whenSaid.test(plain);
  const checks: AnswerCheck[] = [named ? 'says-what-and-when' : 'says-nothing-done'];
  return isOnlyCanned(plain) ? [...checks, 'canned-only'] : checks;
}

function isOnlyCanned(plain: string): boolean {
  const rest = canned.map(level).reduce((text, phrase) => text.replaceAll(phrase, ' '), plain);
  return rest.split(/[\s.,،؛!؟?]+/).filter((word) => word.length > 2).length < 5;
}

/** One spelling for comparing: no diacritics, one alif, one yaa, one space. */
function level(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/[\u064B-\u0652\u0640]/g, '')
    .replace(/[أإآ]/g, 'ا')
    .replace(/ى/g, 'ي')
    .replace(/\s+/g, ' ')
    .trim()
    .toLowerCase();
}
