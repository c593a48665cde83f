import type { Language } from '@bekhedmetkom/platform/auth';

/** What the page of sent mails says. */
export const outboxWords: Record<
  Language,
  Record<'title' | 'why' | 'none' | 'to' | 'text' | 'other', string>
> = {
  ar: {
    title: 'الرسائل المرسلة',
    why: 'لا خادم بريد في هذا التشغيل التجريبي، فتصل الرسائل إلى هذه الصفحة بدلًا من أصحابها. تُحفظ آخر 200 رسالة حتى الإيقاف.',
    none: 'لم تُرسل رسائل بعد.',
    to: 'إلى',
    text: 'النص دون تنسيق',
    other: 'English',
  },
  en: {
    title: 'Sent mails',
    why: 'This trial form has no mail server, so mails arrive on this page instead of with their readers. The last 200 are kept until it stops.',
    none: 'No mail has been sent yet.',
    to: 'To',
    text: 'Plain text',
    other: 'العربية',
  },
};
