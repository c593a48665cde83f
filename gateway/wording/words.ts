import type { Words } from '@bekhedmetkom/platform/errors';

const seconds = (count: number): Words => ({
  ar:
    count === 1 ? 'ثانية واحدة' : count === 2 ? 'ثانيتين' : count <= 10 ? `${count} ثوانٍ` : `${count} ثانية`,
  en: count === 1 ? 'one second' : `${count} seconds`,
});

const minutes = (count: number): Words => ({
  ar: count === 1 ? 'دقيقة' : count === 2 ? 'دقيقتين' : count <= 10 ? `${count} دقائق` : `${count} دقيقة`,
  en: count === 1 ? 'one minute' : `${count} minutes`,
});

/** A time to wait, in whole seconds below two minutes and in minutes above. */
function duration(count: number): Words {
  return count < 120 ? seconds(Math.max(1, count)) : minutes(Math.ceil(count / 60));
}

/** A sentence that names a figure or a name of the caller's. */
const withText = (ar: (text: string) => string, en: (text: string) => string) => (text: string) => ({
  ar: ar(text),
  en: en(text),
});

/** Everything that the gateway itself says to callers, in both languages. */
export const words = {
  partAway: {
    ar: 'هذا الجزء من الجواب غير متاح الآن. أعيدوا المحاولة بعد قليل.',
    en: 'This part of the answer is not available at the moment.',
  },
  badToken: {
    ar: 'رمز الدخول غير صالح. سجّلوا الدخول من جديد.',
    en: 'The access token is not valid. Please sign in again.',
  },
  badAuthorization: {
    ar: 'الترويسة Authorization ليست على صورة ‎"Bearer <token>"‎.',
    en: 'The Authorization header is not "Bearer <token>".',
  },
  sessionEnded: {
    ar: 'انتهت الجلسة. سجّلوا الدخول من جديد.',
    en: 'The session has ended. Please sign in again.',
  },
  signInUnchecked: {
    ar: 'تعذّر التحقق من تسجيل الدخول الآن. أعيدوا المحاولة بعد قليل.',
    en: 'Signing in cannot be checked at the moment. Please try again.',
  },
  issuerClock: {
    ar: 'تسجيل الدخول متوقف الآن لخلل لدينا في الوقت. يمكنكم تقديم الطلبات ومتابعتها دون تسجيل الدخول.',
    en: 'Signing in does not work at the moment, as a clock on our side is wrong. Requests can be filed and followed without signing in.',
  },
  signInForSchema: {
    ar: 'سجّلوا الدخول لقراءة مخطط الواجهة.',
    en: 'Please sign in to read the schema.',
  },
  schemaAlone: {
    ar: 'اسألوا عن المخطط في عملية وحده، من غير بيانات معه.',
    en: 'Ask for the schema in an operation of its own, without data beside it.',
  },
  interrupted: {
    ar: 'انقطع البث قبل أول حدث فيه. اطلبوا الحالة ثم اشتركوا من جديد.',
    en: 'The stream was interrupted before its first event. Please ask for the state and subscribe again.',
  },
  tooManyOperations: withText(
    (most) => `لا يُسمح بأكثر من ${most} عملية معًا على اتصال واحد.`,
    (most) => `No more than ${most} operations at a time on one connection.`,
  ),
  tooManyTries: (wait: number): Words => ({
    ar: `محاولات كثيرة غير صحيحة. انتظروا ${duration(wait).ar} ثم أعيدوا المحاولة.`,
    en: `Too many tries that were wrong. Please wait ${duration(wait).en} before you try again.`,
  }),
  tooManySubmissions: (wait: number): Words => ({
    ar: `أُرسلت طلبات كثيرة خلال وقت قصير. احتفظوا بما كتبتم وأعيدوا الإرسال بعد ${duration(wait).ar}.`,
    en: `Many requests were sent in a short time. Keep what you have written and send it again in ${duration(wait).en}.`,
  }),
  tooManyConnections: (wait: number): Words => ({
    ar: `فُتحت من عندكم اتصالات كثيرة معًا. أغلقوا بعض الصفحات وأعيدوا المحاولة بعد ${duration(wait).ar}.`,
    en: `Many connections are open from where you are. Close some pages, and try again in ${duration(wait).en}.`,
  }),
  tooManyWatched: (wait: number): Words => ({
    ar: `تتابعون عددًا كبيرًا من المؤشرات معًا. أغلقوا بعضها وأعيدوا المحاولة بعد ${duration(wait).ar}.`,
    en: `You follow many figures at the same time. Close some, and try again in ${duration(wait).en}.`,
  }),
  tooLarge: withText(
    (what) => `العملية تطلب أكثر من المسموح به (${what}).`,
    (what) => `The operation asks for too much: ${what}.`,
  ),
  forbiddenAlias: withText(
    (name) => `لا يمكن أن يكون «${name}» اسمًا لجواب.`,
    (name) => `"${name}" cannot be the name of an answer.`,
  ),
  fragmentOfItself: withText(
    (name) => `المقطع «${name}» يشمل نفسه.`,
    (name) => `Fragment "${name}" spreads itself.`,
  ),
  nestedTooDeep: withText(
    (most) => `القيم متداخلة في أكثر من ${most} مستوى.`,
    (most) => `The variables are nested more than ${most} levels deep.`,
  ),
  pageSize: {
    ar: 'عدد العناصر المطلوب («first») يجب أن يكون بين 1 و100.',
    en: '"first" must be between 1 and 100.',
  },
  nothingLeft: {
    ar: 'لم يبقَ شيء من الاشتراك.',
    en: 'Nothing is left of the subscription.',
  },
  noOperation: { ar: 'لا توجد عملية في المستند.', en: 'There is no operation in the document.' },
  noSuchOperation: { ar: 'لا توجد عملية بهذا الاسم.', en: 'There is no operation of that name.' },
  whichOperation: {
    ar: 'في المستند عدة عمليات: حدّدوا إحداها في operationName.',
    en: 'Several operations: say which one by operationName.',
  },
  usePost: { ar: 'استخدموا POST، أو GET للاستعلامات.', en: 'Use POST, or GET for queries.' },
  noBatches: {
    ar: 'عملية واحدة في كل طلب: لا تُقبل الدفعات.',
    en: 'One operation a request: batches are not taken.',
  },
  notJson: { ar: 'النص المرسل ليس JSON.', en: 'This is not JSON.' },
  sendJson: {
    ar: 'أرسلوا العملية بصيغة application/json وترميز UTF-8.',
    en: 'Send the operation as application/json in UTF-8.',
  },
  uncompressed: { ar: 'أرسلوا المحتوى من غير ضغط.', en: 'Send the body uncompressed.' },
  bodyTooLarge: { ar: 'المحتوى أكبر من 1 ميغابايت.', en: 'The body is over 1 MB.' },
  bodyMissing: { ar: 'لم يصل المحتوى كاملًا.', en: 'The body did not arrive.' },
  nothingHere: { ar: 'لا شيء على هذا العنوان.', en: 'There is nothing here.' },
  mutationByPost: { ar: 'يجب إرسال التعديل بطريقة POST.', en: 'A mutation must be sent by POST.' },
  notThisWay: { ar: 'هذه الطريقة غير مقبولة هنا.', en: 'This method is not allowed here.' },
  tooManyTransfers: {
    ar: 'تُنقل من عندكم ملفات كثيرة معًا. انتظروا حتى يكتمل بعضها ثم أعيدوا المحاولة.',
    en: 'Many files are on their way from where you are. Wait for some to finish, then try again.',
  },
  filesAway: {
    ar: 'تعذّر الوصول إلى الملفات الآن. أعيدوا المحاولة بعد قليل.',
    en: 'Files cannot be reached at the moment. Please try again.',
  },
  wrongType: withText(
    (name) => `القيمة «${name}» ليست من النوع الصحيح.`,
    (name) => `"${name}" is not of the right type.`,
  ),
  notAnObject: { ar: 'يجب أن يكون الطلب كائن JSON.', en: 'The request must be a JSON object.' },
  subscribeElsewhere: withText(
    (type) => `اشتركوا عبر WebSocket، أو اقبلوا ${type}.`,
    (type) => `Subscribe over a WebSocket, or accept ${type}.`,
  ),
  acceptOneOf: withText(
    (types) => `اقبلوا واحدة من: ${types}.`,
    (types) => `Accept one of: ${types}.`,
  ),
  /** What GraphQL itself says of an operation or its variables: for programmers, in English. */
  badOperation: withText(
    (detail) => `العملية غير صحيحة: ${detail}`,
    (detail) => detail,
  ),
} as const;
