/** What a map file says: how the columns of one kind of CSV become a case. Maps are data; see maps/README.md. */
import { caseType, channel, importance, outcome, pillar } from '@bekhedmetkom/schema/events/vocabulary';
import { z } from 'zod';

const pattern = z.string().transform((text, context) => {
  try {
    return new RegExp(text, 'i');
  } catch {
    context.addIssue({ code: 'custom', message: `"${text}" is no regular expression` });
    return z.NEVER;
  }
});

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
  /** Columns of dates, `MM/DD/YYYY hh:mm:ss AM|PM`. */
  submitted: z.string(),
  due: z.string(),
  closed: z.string(),
  /** Columns that date some work on the record; the earliest usable one acknowledges the case. */
  touched: z.array(z.string()),
  /** Records for which those columns say nothing, e.g. that were never touched. */
  untouched: z.record(z.string(), pattern).default({}),
  /**
   * What a record without a due date gets when it is imported: `none` leaves it without one (and so without
   * importance and pillar, from which it would be computed), `policy` lets the platform compute it.
   */
  withoutDue: z.enum(['none', 'policy']),
  /** Texts with {Column} in them; a part whose columns are all empty falls away. */
  subject: z.string(),
  text: z.array(z.string()).min(1),
  district: z.string(),
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
      map.due,
      map.closed,
      ...map.touched,
      ...Object.keys(map.untouched),
      ...inTexts,
      ...inRules,
    ]),
  ];
}
