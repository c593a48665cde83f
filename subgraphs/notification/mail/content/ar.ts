import type { MailWords } from '../letter.ts';

export const arabic: MailWords = {
  frame: {
    greeting: 'تحية طيبة {name}،',
    greetingWithoutName: 'تحية طيبة،',
    about: 'الموضوع',
    reference: 'الرقم المرجعي',
    question: 'ما نودّ معرفته',
    rate: 'كيف تقيّمون الرد؟ تكفي لمسة واحدة.',
    stars: ['سيئ جدًا', 'سيئ', 'مقبول', 'جيد', 'جيد جدًا'],
    why: 'تصلكم هذه الرسالة لأنكم تركتم هذا العنوان مع طلبكم.',
    doNotReply: 'لا تُقرأ الردود المرسلة إلى هذا العنوان.',
    platform: 'بخدمتكم – منصة الحكومة لصوت المواطن',
    contactCentre: 'مركز الاتصال الوطني، على مدار الساعة:',
  },
  kinds: {
    'case-received': {
      button: 'متابعة الطلب',
      next: 'لمتابعته تحتاجون إلى الرقم المرجعي ورمز المتابعة الذي ظهر لكم عند تقديمه. لا يعرف هذا الرمز أحد غيركم، ولا يمكننا إرساله مرة أخرى.',
    },
    'case-accepted': {
      button: 'متابعة الطلب',
      next: 'إن تأخر الرد ظهر لكم ذلك هناك في اللحظة نفسها التي نراه فيها.',
    },
    'case-answered': {
      button: 'قراءة الرد وتقييمه',
      next: 'إن لم يُحلّ الموضوع فأخبرونا، ويمكن إعادة فتح الطلب.',
    },
    'case-following': {
      button: 'متابعة الطلب',
      next: 'لمتابعته تحتاجون إلى الرقم المرجعي ورمز المتابعة الذي ظهر لكم عند تقديمه. لا يعرف هذا الرمز أحد غيركم، ولا يمكننا إرساله مرة أخرى.',
    },
    'question-asked': {
      button: 'الإجابة عن السؤال',
      next: 'لا نطلب أبدًا كلمات مرور ولا أرقام بطاقات.',
    },
    'interim-given': { button: 'قراءة الرد', next: 'يبقى الموعد الأول مسجلًا.' },
    'case-rejected': { button: 'قراءة السبب', next: '' },
    'case-merged': { button: 'متابعة الطلب', next: 'يبقى لكم رقمكم المرجعي ورمز المتابعة.' },
    'case-reopened': { button: 'متابعة الطلب', next: '' },
    'appeal-declined': { button: 'قراءة القرار', next: '' },
    'due-moved': { button: 'متابعة الطلب', next: 'تبيّن صفحة الطلب كيف يُحسب الموعد.' },
    'case-closed': { button: 'قراءة الرد', next: '' },
    'followed-interim': { button: 'قراءة الرد', next: '' },
    'followed-answered': { button: 'قراءة الرد', next: '' },
    'followed-rejected': { button: 'قراءة السبب', next: '' },
    'followed-withdrawn': { button: 'عرض الطلب', next: '' },
  },
};
