/** What a map file says: how the columns of one kind of CSV become a case. Maps are data; see maps/README.md. */

import { caseType, channel, importance, outcome, pillar } from '@bekhedmetkom/schema/events/vocabulary';
import { ammanTimeZone } from '@bekhedmetkom/time/amman';
import { z } from 'zod';
import { isDateShape, isTimeZone } from './dates.ts';

const pattern = z.string().transform((text, context) => {
  try {
    return new RegExp(text, 'i');
  } catch {
    context.addIssue({ code: 'custom', message: `"${text}" is no regular expression` });
    return z.NEVER;
  }
});

/** Columns, and the patterns that their values must match. All must. */
const patterns = z.record(z.string(), pattern);

/** What a rule may set. The first rule that applies and sets a field wins. */
const settable = z
  .strictObject({
    governorate: z.string(),
    entity: z.string(),
    category: z.string(),
    type: caseType,
    pillar,
    importance,
    channel,
    outcome,
  })
  .partial();
export type Settable = z.infer<typeof settable>;

const rule = z.strictObject({
  /** Name of a column, or of a field already set, and the pattern that its value must match. All must. */
  when: z.record(z.string(), pattern).default({}),
  set: settable,
});

export const mapShape = z.strictObject({
  /** Name of the source; together with the record's key it is what makes importing again harmless. */
  source: z.string().regex(/^[a-z0-9-]{1,40}$/),
  title: z.string(),
  id: z.string(),
  /** The language of the records, and of the sentences that are made of them. */
  language: z.enum(['ar', 'en']).default('en'),
  /**
   * Shapes of the dates in the file, tried in this order: `ISO`, or such as `DD/MM/YYYY HH:mm` (YYYY; MM or M; DD or D;
   * 24 hours HH or H, or 12 hours hh or h with A for AM and PM; mm; ss; Z for a zone).
   */
  dates: z
    .array(z.string().refine(isDateShape, 'names no year, month and day: as in DD/MM/YYYY HH:mm, or ISO'))
    .min(1)
    .default(['MM/DD/YYYY hh:mm:ss A', 'ISO']),
  /** Where the clocks hung that the dates were read from, unless a date says its zone. */
  timeZone: z.string().refine(isTimeZone, 'is no time zone, such as Asia/Amman').default(ammanTimeZone),
  /** Columns of dates. A file without due dates or without closing dates leaves the key out. */
  submitted: z.string(),
  due: z.string().optional(),
  closed: z.string().optional(),
  /** `day`: whoever answers within the day of the due date is on time; `moment`: until its time. */
  dueWithin: z.enum(['moment', 'day']).default('moment'),
  /** Columns that date some work on the record; the earliest usable one acknowledges the case. */
  touched: z.array(z.string()).default([]),
  /** Records for which those columns say nothing, e.g. that were never touched. */
  untouched: patterns.default({}),
  /** Records that were taken back: they end as withdrawn, and count in no figure. */
  cancelled: patterns.optional(),
  /** Records that were closed by sending the person elsewhere: out of remit, whatever the rules say. */
  referred: patterns.optional(),
  /** Records of people who did not say who they are. */
  anonymous: patterns.optional(),
  /** Columns of coordinates in degrees; those outside Jordan are dropped and listed. */
  latitude: z.string().optional(),
  longitude: z.string().optional(),
  /**
   * What a record without a due date gets when it is imported: `none` leaves it without one (and so without
   * importance and pillar, from which it would be computed), `policy` lets the platform compute it.
   */
  withoutDue: z.enum(['none', 'policy']).default('none'),
  /** Texts with {Column} in them; a part whose columns are all empty falls away. */
  subject: z.string(),
  text: z.array(z.string()).min(1),
  district: z.string().default(''),
  /** The first of these that is not empty becomes the answer. */
  answer: z.array(z.string()).min(1),
  rules: z.array(rule).min(1),
});
export type RecordMap = z.infer<typeof mapShape>;

/** Names of all columns that a map needs in the file. */
export function columnsOf(map: RecordMap): string[] {
  const inTexts = [map.subject, ...map.text, map.district, ...map.answer].flatMap((text) =>
    [...text.matchAll(/\{([^}]+)\}/g)].map((match) => match[1] ?? ''),
  );
  const inRules = map.rules
    .flatMap((each) => Object.keys(each.when))
    .filter((name) => !(name in settable.shape));
  return [
    ...new Set([
      map.id,
      map.submitted,
      ...[map.due, map.closed, map.latitude, map.longitude].filter((name) => name !== undefined),
      ...map.touched,
      ...[map.untouched, map.cancelled, map.referred, map.anonymous].flatMap((all) => Object.keys(all ?? {})),
      ...inTexts,
      ...inRules,
    ]),
  ];
}
