import type { Locale } from '../../i18n/locale.ts';
import { type CaseType, isCaseType } from '../../ui/vocabulary.ts';
import type { Draft, Step } from './draft/draft.ts';

/** What a link has answered already, before there is a draft: the kind of request, or the entity. */
export interface Preset {
  type?: CaseType;
  entity?: string;
}

/** Reads a preset from an address or a form; what makes no sense is left out. */
export function readPreset(given: { type?: unknown; entity?: unknown }): Preset {
  const { type, entity } = given;
  return {
    ...(typeof type === 'string' && isCaseType(type) && { type }),
    ...(typeof entity === 'string' && /^[A-Z0-9_-]{1,40}$/.test(entity) && { entity }),
  };
}

/** The answers of a draft that does not exist yet: only what its link says. */
export function presetDraft(preset: Preset): Draft {
  return { key: '', ...preset };
}

/** The address of a question of one draft. */
export function stepPath(
  locale: Locale,
  step: Step | 'done',
  draft: string,
  more: Record<string, string> = {},
): string {
  return `/${locale}/submit/${step}?${new URLSearchParams({ draft, ...more })}`;
}
