/** What is refused about files, in words. */
import type { Names } from '@bekhedmetkom/schema/events/vocabulary';
import type { FileRefusal } from './file-refusal.ts';

type Facts = Record<string, string | number | readonly string[]>;
type Sentence = Names | ((facts: Facts) => Names);

const max = (facts: Facts): string => String(facts.max ?? '');

export const attachmentSentences: Record<FileRefusal['refused'], Sentence> = {
  UPLOAD_TOO_LARGE: (f) => ({
    ar: f.max
      ? `الملف أكبر من ${max(f)} ميغابايت. أرفقوا ملفًا أصغر.`
      : 'الملف أكبر من المسموح به. أرفقوا ملفًا أصغر.',
    en: f.max
      ? `The file is larger than ${max(f)} MB. Attach a smaller one.`
      : 'The file is too large. Attach a smaller one.',
  }),
  PICTURE_TOO_LARGE: (f) => ({
    ar: f.max
      ? `أبعاد الصورة أكبر من ${max(f)} ميغابكسل. صغّروها ثم أرفقوها.`
      : 'أبعاد الصورة كبيرة جدًا. صغّروها ثم أرفقوها.',
    en: f.max
      ? `The picture has more than ${max(f)} megapixels. Make it smaller, then attach it.`
      : 'The picture has too many pixels. Make it smaller, then attach it.',
  }),
  FILE_TYPE_REJECTED: {
    ar: 'لا نستطيع قبول هذا النوع من الملفات. المقبول: الصور (JPEG وPNG وWebP وGIF وHEIC)، والفيديو (MP4 وMOV وWebM)، والصوت (MP3 وM4A وAAC وOGG وWAV)، وملفات PDF.',
    en: 'We cannot take this kind of file. We take pictures (JPEG, PNG, WebP, GIF, HEIC), video (MP4, MOV, WebM), sound (MP3, M4A, AAC, OGG, WAV) and PDF.',
  },
  FILE_DAMAGED: {
    ar: 'الملف تالف أو غير مكتمل. افتحوه على جهازكم وتأكدوا منه ثم أرفقوه من جديد.',
    en: 'The file is damaged or not whole. Open it on your device to check it, then attach it again.',
  },
  FILE_INFECTED: {
    ar: 'وُجدت في الملف برمجية ضارة فلم يُقبل. افحصوا جهازكم.',
    en: 'Malicious software was found in the file, so it was not taken. Check your device.',
  },
  FILE_EMPTY: { ar: 'الملف فارغ.', en: 'The file is empty.' },
  UPLOAD_INCOMPLETE: {
    ar: 'لم يكتمل رفع أحد الملفات. أكملوا رفعه أو احذفوه ثم أعيدوا المحاولة.',
    en: 'One of the files has not arrived completely. Finish sending it or remove it, then try again.',
  },
  UPLOAD_NOT_FOUND: {
    ar: 'أحد الملفات لم يعد موجودًا. أرفقوه من جديد.',
    en: 'One of the files is no longer there. Attach it again.',
  },
  TOO_MANY_FILES: (f) => ({
    ar: f.max ? `لا يُرفق بالطلب الواحد أكثر من ${max(f)} ملفات.` : 'بلغ عدد الملفات حدّه في هذا الطلب.',
    en: f.max
      ? `One request can have ${max(f)} files at most.`
      : 'This request already has as many files as it can have.',
  }),
  FILES_TOO_LARGE: (f) => ({
    ar: f.max ? `مجموع أحجام الملفات أكبر من ${max(f)} ميغابايت.` : 'مجموع أحجام الملفات أكبر من المسموح به.',
    en: f.max ? `The files together are larger than ${max(f)} MB.` : 'The files together are too large.',
  }),
  TOO_MANY_UPLOADS: {
    ar: 'رُفعت ملفات كثيرة خلال وقت قصير. أعيدوا المحاولة بعد ساعة، أو أرسلوا الطلب ثم أضيفوا الملفات إليه.',
    en: 'Many files were sent in a short time. Try again in an hour, or send the request and add the files to it afterwards.',
  },
  CASE_TAKES_NO_FILES: {
    ar: 'انتهى العمل على هذا الطلب، فلا تُضاف إليه ملفات.',
    en: 'This request is closed, so no files can be added to it.',
  },
};
