import { Fault } from '@bekhedmetkom/platform/errors';
import { toUserError } from './refusal.ts';

/** The one answer for what is not there and for what is not the caller's: they must not differ. */
export function notFound(language: 'ar' | 'en'): Fault {
  return new Fault('NOT_FOUND', toUserError({ refused: 'NOT_FOUND' }, language).message);
}

/** As `notFound`, for what is no case. */
export function nothingThere(language: 'ar' | 'en'): Fault {
  return new Fault('NOT_FOUND', { ar: 'لا يوجد شيء كهذا.', en: 'There is no such thing.' }[language]);
}
