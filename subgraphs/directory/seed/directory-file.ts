import { localDate } from '@bekhedmetkom/schema/events/vocabulary';
import { z } from 'zod';

const code = z.string().regex(/^[A-Z][A-Z0-9-]*$/);
const named = z.object({ code, nameEn: z.string().min(1), nameAr: z.string().min(1) });
const timeOfDay = z.string().regex(/^\d\d:\d\d$/);
export const importanceOfFile = ['LOW', 'MEDIUM', 'HIGH', 'CRITICAL'] as const;
const byImportance = z.record(z.enum(importanceOfFile), z.number().positive());
const weekday = z.enum(['MON', 'TUE', 'WED', 'THU', 'FRI', 'SAT', 'SUN']);

/** What `jordan-directory.json` must look like for us to take it in; more than this is ignored. */
export const directoryFile = z.object({
  sectors: z.array(
    named.extend({
      entities: z.array(named.extend({ kind: z.string().min(1), parentCode: code.nullable() })),
    }),
  ),
  governorates: z.array(named.extend({ iso: z.string().regex(/^JO-[A-Z]{2}$/) })),
  categoriesBySector: z.record(
    code,
    z.array(
      named.extend({
        pillar: z.enum(['QUALITY', 'TIME', 'STAFF', 'PROCEDURE', 'INFRA']),
        personal: z.boolean().default(false),
      }),
    ),
  ),
  slaMatrixWorkingDays: z.object({
    ackWorkingHours: byImportance,
    COMPLAINT: z.record(z.enum(['QUALITY', 'TIME', 'STAFF', 'PROCEDURE', 'INFRA']), byImportance),
    INQUIRY: z.object({ '*': byImportance }),
    REPORT: z.object({ '*': byImportance }),
    SUGGESTION: z.object({ '*': byImportance }),
    COMPLIMENT: z.object({ '*': byImportance }),
  }),
  calendar: z.object({
    regularHours: z.object({ days: z.array(weekday), start: timeOfDay, end: timeOfDay }),
    ramadanOverrides: z.array(
      z.object({ start: timeOfDay, end: timeOfDay, firstDay: localDate, lastDay: localDate }),
    ),
    holidays: z.array(
      named
        .omit({ code: true })
        .extend({ date: localDate, to: localDate.optional(), estimated: z.boolean() }),
    ),
  }),
});
export type DirectoryFile = z.infer<typeof directoryFile>;

/** Units and services by entity: `[code, Arabic, English]` and `[code, unit, Arabic, English]`. */
export const unitsFile = z.record(
  code,
  z.object({
    units: z.array(z.tuple([code, z.string(), z.string()])),
    services: z.array(z.tuple([code, code, z.string(), z.string()])),
  }),
);
export type UnitsFile = z.infer<typeof unitsFile>;

/** What people say who look for an entity, and the categories that it answers for, by entity. */
export const searchWordsFile = z.record(
  code,
  z.object({ words: z.array(z.string().min(1)), categories: z.array(code) }),
);
export type SearchWordsFile = z.infer<typeof searchWordsFile>;

const pair = z.tuple([z.string().min(1), z.string().min(1)]);
/** Names to invent staff from: `[Arabic, English]`. */
export const namesFile = z.object({ first: z.array(pair), family: z.array(pair) });
export type NamesFile = z.infer<typeof namesFile>;
