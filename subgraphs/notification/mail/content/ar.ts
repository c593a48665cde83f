import type { MailWords } from '../letter.ts';

export const arabic: MailWords = {
  frame: {
    greeting: 'تحية طيبة {name}،',
    greetingWithoutName: 'تحية طيبة،',
    about: 'الموضوع',
    reference: 'الرقم المرجعي',
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
      next: 'تكفي لمسة واحدة. وإن لم يُحلّ الموضوع فأخبرونا.',
    },
    'case-closed': { button: 'قراءة الرد', next: '' },
  },
};
