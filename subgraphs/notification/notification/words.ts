/** The words of in-app notifications, one pair per kind and language; the text lives in content/. */

import type { Language } from '@bekhedmetkom/platform/auth';
import type { Names } from '@bekhedmetkom/schema/events/vocabulary';
import { IntlMessageFormat } from 'intl-messageformat';
import { arabic } from './content/ar.ts';
import { english } from './content/en.ts';
import type { Message, Messages } from './message.ts';
import type { NotificationKind } from './notification.ts';

/** What a text may mention. Stored beside the notification; nothing in it is personal. */
export interface Facts {
  reference: string;
  type: string;
  importance: string | null;
  outcome: string | null;
  entity: Names | null;
  /** ISO 8601, UTC. */
  acknowledgeBy: string;
  /** ISO 8601, UTC; null until classified. */
  dueAt: string | null;
  reviews: number;
  score: number | null;
  solved: string | null;
}

export const messages: Record<Language, Messages> = { ar: arabic, en: english };
const locales: Record<Language, string> = { ar: 'ar-JO-u-nu-latn', en: 'en-GB' };

const days = Object.fromEntries(
  Object.entries(locales).map(([language, locale]) => [
    language,
    new Intl.DateTimeFormat(locale, {
      timeZone: 'Asia/Amman',
      weekday: 'long',
      day: 'numeric',
      month: 'long',
    }),
  ]),
) as Record<Language, Intl.DateTimeFormat>;

/** Says a day in Asia/Amman in words, e.g. "Wednesday, 25 November"; null gives an empty text. */
function sayDay(instant: string | null, language: Language): string {
  return instant === null ? '' : days[language].format(new Date(instant));
}

// A reference in Arabic text is kept whole and left to right by the isolates around it.
const isolate = (text: string, language: Language) => (language === 'ar' ? `\u2066${text}\u2069` : text);

const compiled = new Map<string, IntlMessageFormat>();

/** Fills one ICU message with the facts, in the language's own plurals. */
function fill(text: string, facts: Facts, language: Language): string {
  const key = `${language} ${text}`;
  const format = compiled.get(key) ?? new IntlMessageFormat(text, locales[language]);
  compiled.set(key, format);
  const said = format.format({
    reference: isolate(facts.reference, language),
    type: facts.type,
    importance: facts.importance ?? 'none',
    outcome: facts.outcome ?? 'none',
    hasEntity: facts.entity === null ? 'no' : 'yes',
    entity: facts.entity?.[language] ?? '',
    acknowledgeBy: sayDay(facts.acknowledgeBy, language),
    hasDue: facts.dueAt === null ? 'no' : 'yes',
    due: sayDay(facts.dueAt, language),
    reviews: facts.reviews,
    score: facts.score ?? 0,
    solved: facts.solved ?? 'none',
  });
  return String(said).trim();
}

/** Says a notification in a language. */
export function say(kind: NotificationKind, facts: Facts, language: Language): Message {
  const { title, body } = messages[language][kind];
  return { title: fill(title, facts, language), body: fill(body, facts, language) };
}
