export type Language = 'ar' | 'en';

/** The language asked for, by OpenID Connect's space-separated preferences; Arabic unless English leads. */
export function languageOf(preferences: string | null | undefined): Language {
  for (const tag of (preferences ?? '').toLowerCase().split(/[\s,;]+/)) {
    if (tag === 'ar' || tag.startsWith('ar-')) return 'ar';
    if (tag === 'en' || tag.startsWith('en-')) return 'en';
  }
  return 'ar';
}

const arabic = {
  direction: 'rtl',
  platform: 'بخدمتكم',
  other: 'English',
  home: 'العودة إلى الرئيسية',
  withoutAccount: 'لتقديم طلب أو متابعته لا يلزم حساب.',
  signIn: {
    title: 'تسجيل الدخول',
    lead: 'لمتابعة طلباتكم في مكان واحد، أو للعمل عليها إن كنتم من موظفي الجهات.',
    username: 'اسم المستخدم',
    password: 'كلمة المرور',
    submit: 'تسجيل الدخول',
    error: 'خطأ',
    wrong: 'اسم المستخدم أو كلمة المرور غير صحيحة. تأكدوا منهما وأعيدوا المحاولة.',
    missing: 'اكتبوا اسم المستخدم وكلمة المرور.',
    wait: (seconds: number) => `تكررت المحاولات الخاطئة. انتظروا ${counted(seconds)} ثم أعيدوا المحاولة.`,
  },
  demo: {
    title: 'حسابات تجريبية',
    hint: 'هذه نسخة تجريبية. اختاروا حسابًا ليُملأ النموذج به، وكلمة المرور واحدة للجميع:',
    applicant: 'مقدّم طلب',
  },
  signOut: {
    title: 'تسجيل الخروج',
    lead: 'سينتهي دخولكم إلى بخدمتكم على هذا الجهاز.',
    submit: 'تسجيل الخروج',
    done: 'تم تسجيل الخروج',
    doneLead: 'انتهى دخولكم على هذا الجهاز.',
  },
  problem: {
    title: 'تعذر إكمال تسجيل الدخول',
    lead: 'انتهت مهلة هذه الصفحة أو فُتحت من رابط غير مكتمل. ابدؤوا تسجيل الدخول من جديد، ثم تعودون إلى حيث كنتم.',
    again: 'تسجيل الدخول من جديد',
    code: 'رمز الخطأ',
  },
};

type Words = typeof arabic;

const english: Words = {
  direction: 'ltr',
  platform: 'Bekhedmetkom',
  other: 'العربية',
  home: 'Back to the home page',
  withoutAccount: 'You need no account to file a request or to follow one.',
  signIn: {
    title: 'Sign in',
    lead: 'To follow your requests in one place, or to work on them if you are on the staff of an entity.',
    username: 'User name',
    password: 'Password',
    submit: 'Sign in',
    error: 'Error',
    wrong: 'The user name or the password is not right. Check both and try again.',
    missing: 'Enter your user name and your password.',
    wait: (seconds) =>
      `Too many wrong tries. Wait ${seconds === 1 ? '1 second' : `${seconds} seconds`}, then try again.`,
  },
  demo: {
    title: 'Demonstration accounts',
    hint: 'This is a demonstration. Choose an account to fill the form with it; everybody has the same password:',
    applicant: 'Applicant',
  },
  signOut: {
    title: 'Sign out',
    lead: 'You will be signed out of Bekhedmetkom on this device.',
    submit: 'Sign out',
    done: 'You are signed out',
    doneLead: 'You are no longer signed in on this device.',
  },
  problem: {
    title: 'Signing in could not be completed',
    lead: 'This page has expired, or the link to it was incomplete. Sign in again, and you come back to where you were.',
    again: 'Sign in again',
    code: 'Error code',
  },
};

export const words: Record<Language, Words> = { ar: arabic, en: english };

const roles: Record<string, { ar: string; en: string }> = {
  MAIN_FOCAL_POINT: { ar: 'ضابط ارتباط رئيسي', en: 'Main focal point' },
  SUB_FOCAL_POINT: { ar: 'ضابط ارتباط فرعي', en: 'Sub focal point' },
  SECRETARY_GENERAL: { ar: 'أمين عام', en: 'Secretary general' },
  MINISTER: { ar: 'وزير', en: 'Minister' },
  OPERATION_ROOM: { ar: 'غرفة العمليات', en: 'Operation room' },
  QUALITY_REVIEWER: { ar: 'مراجع الجودة', en: 'Quality reviewer' },
  CONTACT_CENTRE: { ar: 'مركز الاتصال', en: 'Contact centre' },
  PRIME_MINISTERS_OFFICE: { ar: 'مكتب رئيس الوزراء', en: "Prime Minister's office" },
  STEERING_COMMITTEE: { ar: 'اللجنة التوجيهية', en: 'Steering committee' },
  PROGRAMME_COORDINATOR: { ar: 'منسق برنامج', en: 'Programme coordinator' },
  ADMINISTRATOR: { ar: 'إدارة النظام', en: 'Administrator' },
  IMPORTER: { ar: 'استيراد السجلات', en: 'Records importer' },
};

/** What a demonstration account is for. */
export function roleName(role: string | null, language: Language): string {
  return role === null ? words[language].demo.applicant : (roles[role]?.[language] ?? role);
}

function counted(seconds: number): string {
  if (seconds === 1) return 'ثانية واحدة';
  if (seconds === 2) return 'ثانيتين';
  return seconds <= 10 ? `${seconds} ثوانٍ` : `${seconds} ثانية`;
}
