/**
 * How each language writes dates and numbers, on every page and in every message: Arabic with the month names of Jordan
 * and Latin digits; English as `Tuesday, December 1`.
 */
export const dateLocales = { ar: 'ar-JO-u-nu-latn', en: 'en' } as const;
