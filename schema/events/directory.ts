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
  /** Its cases are one person’s own matter: nobody follows somebody else’s. Absent: they are not. */
  personal: z.boolean().optional(),
});
export const governorateChanged = z.object({ code: z.string(), iso: z.string(), names });
/** The same platform run for another purpose. */
export const programmeChanged = z.object({
  code: programme,
  names,
  /** Only its coordinator, the Prime Minister's office and the focal points of the entity see its cases. */
  restricted: z.boolean(),
  /** Has a coordinator, who does for its cases what the operation room does for the others. */
  coordinated: z.boolean(),
});
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
  /** Set for the coordinator of a programme. */
  programme: programme.nullish(),
  /** Issuer's subject and name of who holds it today; null when vacant. */
  holder: z.object({ staff: z.string(), subject: z.string().nullable(), names }).nullable(),
});

/** Minutes after midnight, Asia/Amman. */
const minuteOfDay = z.int().min(0).max(1440);
const hours = z.object({ opens: minuteOfDay, closes: minuteOfDay });
export const calendarPublished = z.object({
  version: z.int().min(1),
  /** First day for which it counts; days before are those of the version before. Null: from the beginning. */
  effectiveFrom: localDate.nullable().default(null),
  /** Deadlines may also become earlier by it; otherwise it only moves them later. */
  mayShorten: z.boolean().default(false),
  /** ISO weekdays that are worked: Monday 1 … Sunday 7. */
  workingDays: z.array(z.int().min(1).max(7)),
  hours,
  /** Days (inclusive) with other hours: Ramadan. */
  specialHours: z.array(z.object({ from: localDate, to: localDate, hours, names })),
  /** Days (inclusive) that are not worked. */
  holidays: z.array(z.object({ from: localDate, to: localDate, names, estimated: z.boolean() })),
});
export type Calendar = z.infer<typeof calendarPublished>;

/**
 * The terms of the workflow beside the SLA itself (domain.md §2, §3). Working days end with the close of
 * business of the last one; `criticalFactor` shortens the steps of escalation for CRITICAL cases.
 */
const workflowTerms = z.object({
  transferWorkingDays: z.int().min(1).default(1),
  replyWorkingDays: z.int().min(1).default(5),
  closeWorkingDays: z.int().min(1).default(10),
  reopenWorkingDays: z.int().min(1).default(10),
  /** How long who asked is shown who filed a report, from the approval. */
  identityWorkingDays: z.int().min(1).default(5),
  reopenings: z.int().min(0).default(2),
  questionsACycle: z.int().min(0).default(2),
  interimFactor: z.number().min(1).default(2),
  reopenedShare: z.number().positive().max(1).default(0.5),
  escalation: z
    .object({
      /** Share of the working time to the due date that is used at L0. */
      nearShare: z.number().min(0).max(1).default(0.75),
      /** Hours by the clock without acknowledgement at L1. */
      unacknowledgedHours: z.number().positive().default(48),
      /** Working days after the due date at L2, L3 and L4. */
      l2: z.number().positive().default(2),
      l3: z.number().positive().default(5),
      l4: z.number().positive().default(10),
      criticalFactor: z.number().positive().max(1).default(0.5),
    })
    .prefault({}),
});
export type WorkflowTerms = z.infer<typeof workflowTerms>;

// Policies of earlier releases had a figure for each importance; that of MEDIUM counted for every case.
const acknowledgeByImportance = z
  .record(importance, z.int().min(1))
  .transform(({ MEDIUM }) => everyType(MEDIUM));
const everyType = (minutes: number) => ({
  COMPLAINT: minutes,
  INQUIRY: minutes,
  COMPLIMENT: minutes,
  REPORT: minutes,
  SUGGESTION: minutes,
});

export const slaPolicyPublished = z.object({
  version: z.int().min(1),
  programme,
  effectiveFrom: localDate,
  /** Working minutes to acknowledge, by type: importance is not known before classification. */
  acknowledgeMinutes: z.union([z.record(caseType, z.int().min(1)), acknowledgeByImportance]),
  /**
   * Working days, or else working minutes, to resolve; a pillar of null means every pillar. A compliment is due by
   * its acknowledgement time: rows of that type count for nothing.
   */
  resolveDays: z.array(
    z.object({
      type: caseType,
      pillar: pillar.nullable(),
      importance,
      workingDays: z.int().min(1).nullish(),
      workingMinutes: z.int().min(1).nullish(),
    }),
  ),
  terms: workflowTerms.prefault({}),
});
export type SlaPolicy = z.infer<typeof slaPolicyPublished>;
/** The same before what it does not say is filled in. */
export type SlaPolicyText = z.input<typeof slaPolicyPublished>;

/** Payload of each `type` of the topic. */
export const directoryEvents = {
  'sector.changed': sectorChanged,
  'entity.changed': entityChanged,
  'category.changed': categoryChanged,
  'programme.changed': programmeChanged,
  'governorate.changed': governorateChanged,
  'post.changed': postChanged,
  'calendar.published': calendarPublished,
  'sla-policy.published': slaPolicyPublished,
} as const;
export type DirectoryEventType = keyof typeof directoryEvents;
export type DirectoryEvent<T extends DirectoryEventType> = z.infer<(typeof directoryEvents)[T]>;
