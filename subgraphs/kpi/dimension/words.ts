/** What the keys of closed vocabularies are called. */
import type {
  ApplicantKind,
  CaseType,
  Channel,
  Importance,
  Names,
  Pillar,
  Programme,
} from '@bekhedmetkom/schema/events/vocabulary';

const types: Record<CaseType, Names> = {
  COMPLAINT: { ar: 'شكوى', en: 'Complaint' },
  INQUIRY: { ar: 'استفسار', en: 'Inquiry' },
  COMPLIMENT: { ar: 'ثناء', en: 'Compliment' },
  REPORT: { ar: 'بلاغ', en: 'Report' },
  SUGGESTION: { ar: 'اقتراح', en: 'Suggestion' },
};
const pillars: Record<Pillar, Names> = {
  QUALITY: { ar: 'جودة الخدمة', en: 'Quality of service' },
  TIME: { ar: 'وقت تقديم الخدمة', en: 'Time of delivery' },
  STAFF: { ar: 'سلوك الموظفين', en: 'Staff behaviour' },
  PROCEDURE: { ar: 'الإجراءات', en: 'Procedures' },
  INFRASTRUCTURE: { ar: 'البنية التحتية', en: 'Infrastructure' },
};
const importances: Record<Importance, Names> = {
  LOW: { ar: 'منخفضة', en: 'Low' },
  MEDIUM: { ar: 'متوسطة', en: 'Medium' },
  HIGH: { ar: 'مرتفعة', en: 'High' },
  CRITICAL: { ar: 'حرجة', en: 'Critical' },
};
const channels: Record<Channel, Names> = {
  WEB: { ar: 'الموقع الإلكتروني', en: 'Website' },
  MOBILE: { ar: 'تطبيق الهاتف', en: 'Mobile application' },
  CONTACT_CENTRE: { ar: 'مركز الاتصال الوطني', en: 'National Contact Centre' },
  CHATBOT: { ar: 'المساعد الآلي', en: 'Chatbot' },
  FACEBOOK: { ar: 'فيسبوك', en: 'Facebook' },
  COUNTER: { ar: 'الحضور الشخصي', en: 'Counter' },
  PARTNER: { ar: 'جهة شريكة', en: 'Partner' },
};
const applicantKinds: Record<ApplicantKind, Names> = {
  CITIZEN: { ar: 'مواطن', en: 'Citizen' },
  RESIDENT: { ar: 'مقيم', en: 'Resident' },
  STUDENT: { ar: 'طالب', en: 'Student' },
  INVESTOR: { ar: 'مستثمر', en: 'Investor' },
  LABOURER: { ar: 'عامل', en: 'Labourer' },
  EMPLOYEE: { ar: 'موظف', en: 'Employee' },
  BUSINESS_OWNER: { ar: 'صاحب عمل', en: 'Business owner' },
};
const programmes: Record<Programme, Names> = {
  GOVERNMENT_SERVICES: { ar: 'الخدمات الحكومية', en: 'Government services' },
  HUMAN_RIGHTS: { ar: 'حقوق الإنسان', en: 'Human rights' },
  SMOKING: { ar: 'التدخين في الأماكن العامة', en: 'Smoking in public places' },
};

/** By dimension and key. */
export const words: Readonly<Record<string, Readonly<Record<string, Names>>>> = {
  TYPE: types,
  PILLAR: pillars,
  IMPORTANCE: importances,
  CHANNEL: channels,
  APPLICANT_KIND: applicantKinds,
  PROGRAMME: programmes,
};

/** Of the key ''. */
export const notSet: Names = { ar: 'غير محدد', en: 'Not set' };
