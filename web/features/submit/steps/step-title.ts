import { getTranslations } from 'next-intl/server';
import type { Draft, Step } from '../draft/draft.ts';

/** The heading of a question; some depend on the kind of request. */
export async function stepTitle(step: Step, draft: Draft): Promise<string> {
  const t = await getTranslations('submit');
  const type = draft.type ?? 'COMPLAINT';
  switch (step) {
    case 'what':
    case 'who':
    case 'where':
      return t(`${step}.title.${type}`);
    case 'similar':
      return t('similar.pageTitle');
    default:
      return t(`${step}.title`);
  }
}
