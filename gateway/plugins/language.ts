import type { Language } from '@bekhedmetkom/platform/auth';

/** Reads Accept-Language: whichever of our languages the caller prefers; Arabic when neither is named. */
export function readLanguage(header: string | undefined): Language {
  let best: { language: Language; weight: number } = { language: 'ar', weight: 0 };
  for (const part of header?.slice(0, 200).split(',') ?? []) {
    const [tag = '', ...parameters] = part.trim().toLowerCase().split(';');
    const language = tag.split('-')[0];
    if (language !== 'ar' && language !== 'en') continue;
    const quality = parameters.map((each) => each.trim()).find((each) => each.startsWith('q='));
    const weight = quality ? Number(quality.slice(2)) : 1;
    if (weight > best.weight) best = { language, weight };
  }
  return best.language;
}
