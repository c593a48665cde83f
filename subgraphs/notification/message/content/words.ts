/** The words of in-app notifications, one pair per kind and language; the text lives in content/. */

import type { Language } from '@bekhedmetkom/platform/auth';
import { ammanFormat } from '@bekhedmetkom/time/amman';
import { dateLocales } from '@bekhedmetkom/time/date-locales';
import { IntlMessageFormat } from 'intl-messageformat';
import type { Facts } from '../facts.ts';
import type { NotificationKind } from '../kind.ts';
import type { Message, Messages } from '../message.ts';
import { arabic } from './ar.ts';
import { english } from './en.ts';

export const messages: Record<Language, Messages> = { ar: arabic, en: english };

const days = Object.fromEntries(
  Object.entries(dateLocales).map(([language, locale]) => [
    language,
    ammanFormat(locale, { weekday: 'long', day: 'numeric', month: 'long' }),
  ]),
) as Record<Language, Intl.DateTimeFormat>;

/** Says a day in Asia/Amman in words, e.g. "Wednesday, 25 November"; null gives an empty text. */
function sayDay(instant: string | null | undefined, language: Language): string {
  return instant == null ? '' : days[language].format(new Date(instant));
}

// A reference in Arabic text is kept whole and left to right by the isolates around it.
const isolate = (text: string, language: Language) => (language === 'ar' ? `\u2066${text}\u2069` : text);

const compiled = new Map<string, IntlMessageFormat>();

/** Fills one ICU message with the facts, in the language's own plurals. */
function fill(text: string, facts: Facts, language: Language): string {
  const key = `${language} ${text}`;
  const format = compiled.get(key) ?? new IntlMessageFormat(text, dateLocales[language]);
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
    originalDue: sayDay(facts.originalDueAt, language),
    submitted: sayDay(facts.submittedAt, language),
    hasReplyBy: facts.replyBy == null ? 'no' : 'yes',
    replyBy: sayDay(facts.replyBy, language),
    rejection: facts.rejection ?? 'none',
    level: facts.level ?? 'L1',
    late: facts.workingDaysLate ?? 0,
    hasTarget: facts.target == null ? 'no' : 'yes',
    target: facts.target?.[language] ?? '',
    promisedOn: sayDay(facts.promisedOn, language),
    quality: facts.quality ? isolate(`${facts.quality.score} / ${facts.quality.max}`, language) : '',
  });
  return String(said).trim();
}

/** Says a notification in a language. */
export function say(kind: NotificationKind, facts: Facts, language: Language): Message {
  const { title, body } = messages[language][kind];
  return { title: fill(title, facts, language), body: fill(body, facts, language) };
}
