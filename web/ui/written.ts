/**
 * The attributes of an element that holds what a person wrote: each line has a direction of its own, and a voice reads
 * it in its language (WCAG 3.1.2). The language is that of most letters; none is named when there are no letters.
 */
export function written(text: string | null | undefined): { dir: 'auto'; lang?: 'ar' | 'en' } {
  if (!text) return { dir: 'auto' };
  const arabic = text.match(/\p{Script=Arabic}/gu)?.length ?? 0;
  const latin = text.match(/\p{Script=Latin}/gu)?.length ?? 0;
  if (arabic + latin === 0) return { dir: 'auto' };
  return { dir: 'auto', lang: arabic >= latin ? 'ar' : 'en' };
}
