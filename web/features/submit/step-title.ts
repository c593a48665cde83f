import { getTranslations } from 'next-intl/server';
import type { Draft, Step } from './draft.ts';

/** The heading of a question; some depend on the kind of request. */
export async function stepTitle(step: Step, draft: Draft): Promise<string> {
  const t = await getTranslations('submit');
  const { type } = draft;
  switch (step) {
    case 'what':
    case 'who':
    case 'where':
      return type && t.has(`${step}.title${type}`)
        ? t(`${step}.title${type}` as 'what.title')
        : t(`${step}.title`);
    default:
      return t(`${step}.title`);
  }
}
