import type { Words } from './fault.ts';

/** What every program says of what went wrong on our side. */
export const commonWords = {
  internal: {
    ar: 'حدث خطأ لدينا. أعيدوا المحاولة بعد قليل.',
    en: 'Something went wrong on our side.',
  },
  databaseAway: {
    ar: 'تعذّر الوصول إلى قاعدة البيانات الآن. أعيدوا المحاولة بعد قليل.',
    en: 'The service cannot reach its database at the moment. Please try again.',
  },
  tooSlow: {
    ar: 'استغرق هذا الطلب وقتًا أطول من المسموح به فأوقفناه. أعيدوا المحاولة، أو ضيّقوا ما تطلبونه.',
    en: 'This took longer than it may, and was stopped. Try again, or ask for less.',
  },
} satisfies Record<string, Words>;
