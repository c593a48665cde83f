type Sentence = (field: string, figures: string[]) => string;

// class-validator words its own sentences in English only; the figures in them are all that is kept.
const sentences: Record<string, { ar: Sentence; en: Sentence }> = {
  isNotEmpty: {
    ar: (field) => `الحقل «${field}» مطلوب.`,
    en: (field) => `"${field}" is required.`,
  },
  minLength: {
    ar: (field, [least]) => `الحقل «${field}» أقصر من ${least} أحرف.`,
    en: (field, [least]) => `"${field}" must have at least ${least} characters.`,
  },
  maxLength: {
    ar: (field, [most]) => `الحقل «${field}» أطول من ${most} حرفاً.`,
    en: (field, [most]) => `"${field}" must have at most ${most} characters.`,
  },
  isLength: {
    ar: (field, figures) => `طول الحقل «${field}» خارج الحد (${figures.join('–')}).`,
    en: (field, figures) => `"${field}" has a length outside its limit (${figures.join('–')}).`,
  },
  min: {
    ar: (field, [least]) => `الحقل «${field}» يجب ألا يقل عن ${least}.`,
    en: (field, [least]) => `"${field}" must not be less than ${least}.`,
  },
  max: {
    ar: (field, [most]) => `الحقل «${field}» يجب ألا يزيد على ${most}.`,
    en: (field, [most]) => `"${field}" must not be more than ${most}.`,
  },
  arrayMaxSize: {
    ar: (field, [most]) => `الحقل «${field}» يقبل ${most} عناصر على الأكثر.`,
    en: (field, [most]) => `"${field}" takes at most ${most} items.`,
  },
  arrayNotEmpty: {
    ar: (field) => `الحقل «${field}» يحتاج عنصراً واحداً على الأقل.`,
    en: (field) => `"${field}" needs at least one item.`,
  },
  isEmail: {
    ar: (field) => `الحقل «${field}» ليس عنوان بريد إلكتروني صحيحاً.`,
    en: (field) => `"${field}" is not an e-mail address.`,
  },
};

const otherwise: { ar: Sentence; en: Sentence } = {
  ar: (field) => `قيمة الحقل «${field}» غير مقبولة.`,
  en: (field) => `The value of "${field}" is not accepted.`,
};

/** Says in the caller's language which constraint a field breaks. */
export function sayConstraint(name: string, field: string, original: string, language: 'ar' | 'en'): string {
  const figures = original.match(/\d+(\.\d+)?/g) ?? [];
  return (sentences[name] ?? otherwise)[language](field, figures);
}
