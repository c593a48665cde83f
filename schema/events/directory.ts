/**
 * What the directory publishes (topic `directory`): each event is the whole thing after its change, so the
 * last one of a key is the truth and replaying from the start rebuilds any projection.
 */
import { z } from 'zod';
import { caseType, importance, localDate, names, pillar, programme, role } from './vocabulary.ts';

export const directoryTopic = 'directory';

export const sectorChanged = z.object({ code: z.string(), names, order: z.int() });
export const entityChanged = z.object({
  code: z.string(),
  names,
  sector: z.string(),
  kind: z.string(),
  parent: z.string().nullable(),
  successor: z.string().nullable(),
  validFrom: localDate,
  /** Last day, inclusive; null while it exists. */
  validTo: localDate.nullable(),
});
export const categoryChanged = z.object({
  code: z.string(),
  names,
  sector: z.string(),
  defaultPillar: pillar,
  programme,
});
export const governorateChanged = z.object({ code: z.string(), iso: z.string(), names });
export const postChanged = z.object({
  /** Key of the post, e.g. `MOH-MFP`. */
  key: z.string(),
  role,
  /** Null for posts above entities (operation room, Prime Minister's office, …). */
  entity: z.string().nullable(),
  unit: z.string().nullable(),
  names,
  /** The post that escalation goes to next; null at the top. */
  superior: z.string().nullable(),
  /** Issuer's subject and name of who holds it today; null when vacant. */
  holder: z.object({ staff: z.string(), subject: z.string().nullable(), names }).nullable(),
});

/** Minutes after midnight, Asia/Amman. */
const minuteOfDay = z.int().min(0).max(1440);
const hours = z.object({ opens: minuteOfDay, closes: minuteOfDay });
export const calendarPublished = z.object({
  version: z.int().min(1),
  /** ISO weekdays that are worked: Monday 1 … Sunday 7. */
  workingDays: z.array(z.int().min(1).max(7)),
  hours,
  /** Days (inclusive) with other hours: Ramadan. */
  specialHours: z.array(z.object({ from: localDate, to: localDate, hours, names })),
  /** Days (inclusive) that are not worked. */
  holidays: z.array(z.object({ from: localDate, to: localDate, names, estimated: z.boolean() })),
});
export type Calendar = z.infer<typeof calendarPublished>;

export const slaPolicyPublished = z.object({
  version: z.int().min(1),
  programme,
  effectiveFrom: localDate,
  /** Working minutes to acknowledge, by importance (before classification MEDIUM counts). */
  acknowledgeMinutes: z.record(importance, z.int().min(1)),
  /** Working days to resolve; a pillar of null means every pillar. */
  resolveDays: z.array(
    z.object({ type: caseType, pillar: pillar.nullable(), importance, workingDays: z.int().min(1) }),
  ),
});
export type SlaPolicy = z.infer<typeof slaPolicyPublished>;

/** Payload of each `type` of the topic. */
export const directoryEvents = {
  'sector.changed': sectorChanged,
  'entity.changed': entityChanged,
  'category.changed': categoryChanged,
  'governorate.changed': governorateChanged,
  'post.changed': postChanged,
  'calendar.published': calendarPublished,
  'sla-policy.published': slaPolicyPublished,
} as const;
export type DirectoryEventType = keyof typeof directoryEvents;
export type DirectoryEvent<T extends DirectoryEventType> = z.infer<(typeof directoryEvents)[T]>;
