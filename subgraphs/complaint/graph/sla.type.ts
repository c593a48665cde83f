import { GraphQLDateTime, GraphQLLocalDate } from '@bekhedmetkom/platform/subgraph';
import type { EscalationLevel, Names } from '@bekhedmetkom/schema/events/vocabulary';
import { Field, Float, Int, ObjectType } from 'type-graphql';
import type { CaseRecord } from '../case/case.record.ts';
import { clockOf, deadlineOf, workingDaysLeft } from '../clock/case-clock.ts';
import { type SlaStatus, slaStatus, workingMinutesBetween } from '../sla/sla.ts';
import type { Course, SlaDayKind, SlaReason } from '../sla/sla-timeline.ts';
import type { WorkingCalendar } from '../sla/working-calendar.ts';
import { escalationLevelEnum, slaDayKindEnum, slaReasonEnum, slaStatusEnum } from './vocabulary.type.ts';

@ObjectType({ description: 'A span of time on the way to a deadline, and why it counts or does not.' })
export class SlaStep {
  @Field(() => GraphQLDateTime, { description: 'Where it begins.' })
  from: Date;
  @Field(() => GraphQLDateTime, { nullable: true, description: 'Where it ends.' })
  to: Date | null;
  @Field(() => Int, { description: 'Working minutes that it used up.' })
  workingMinutes: number;
  @Field(() => slaReasonEnum, { description: 'Why it counts, or does not.' })
  reason: SlaReason;

  names: Names;
}

@ObjectType({ description: 'One day on the course to a deadline.' })
export class SlaDay {
  @Field(() => GraphQLLocalDate, { description: 'The day, Asia/Amman.' })
  date: string;
  @Field(() => slaDayKindEnum, { description: 'What the day was to the deadline.' })
  kind: SlaDayKind;
  @Field(() => Float, { description: 'Share of the working day that is gone, 0 to 1.' })
  fraction: number;
  @Field(() => Boolean, { description: 'Whether the deadline is on this day.' })
  due: boolean;
  @Field(() => Boolean, { description: 'Whether it is today.' })
  today: boolean;

  names: Names | null;
}

@ObjectType({
  description: 'The clock of a case: working time in Asia/Amman, by the published calendar and policy.',
})
export class Sla {
  @Field(() => slaStatusEnum, { description: 'What the clock says at this moment.' })
  status: SlaStatus;
  @Field(() => GraphQLDateTime, { description: 'Until when it has to be acknowledged.' })
  acknowledgeBy: Date;
  @Field(() => GraphQLDateTime, { nullable: true, description: 'When it was acknowledged (classified).' })
  acknowledgedAt: Date | null;
  @Field(() => GraphQLDateTime, {
    nullable: true,
    description: 'Until when it has to be answered; null until classified. Pauses move it.',
  })
  dueAt: Date | null;
  @Field(() => GraphQLDateTime, {
    nullable: true,
    description: 'The first due moment: pauses and promises do not move it, only an amended calendar does.',
  })
  originalDueAt: Date | null;
  @Field(() => Int, {
    nullable: true,
    description:
      'How many working days the policy gives to answer such a case in this round; null until classified, and where the policy counts minutes.',
  })
  allowedWorkingDays: number | null;
  @Field(() => Int, {
    nullable: true,
    description: 'The same in working minutes, where the policy counts minutes; null otherwise.',
  })
  allowedWorkingMinutes: number | null;
  @Field(() => Int, {
    nullable: true,
    description:
      'Working minutes to the deadline that comes next; negative when overdue, null when the clock has stopped.',
  })
  remainingWorkingMinutes: number | null;
  @Field(() => Int, {
    nullable: true,
    description:
      'The same in working days: 0 on the day itself, negative when overdue: a day late counts once it is over.',
  })
  remainingWorkingDays: number | null;

  @Field(() => Int, { description: 'Version of the working calendar by which it counts.' })
  calendarVersion: number;

  @Field(() => escalationLevelEnum, {
    nullable: true,
    description: 'The highest level of the ladder that the present round reached.',
  })
  escalation: EscalationLevel | null;

  course: Course;
  calendar: WorkingCalendar;
  now: Date;
}

/** What the clock of a case says at `now`. */
export function toSla(record: CaseRecord, calendar: WorkingCalendar, now: Date): Sla {
  const clock = clockOf(record.state);
  const deadline = clock === 'STOPPED' ? null : deadlineOf(record);
  // While paused, time stands where the pause began.
  const at = clock === 'PAUSED' ? (record.pausedAt ?? now).getTime() : now.getTime();
  // As the lists have it: kept with the case, by the terms of its policy.
  const { dueSoonAt, nextDeadlineAt } = record;
  return {
    status: slaStatus(clock, dueSoonAt?.getTime() ?? null, nextDeadlineAt?.getTime() ?? null, at),
    acknowledgeBy: record.acknowledgeBy,
    acknowledgedAt: record.acknowledgedAt,
    dueAt: record.dueAt,
    originalDueAt: record.originalDueAt,
    allowedWorkingDays: record.slaDays,
    allowedWorkingMinutes: record.slaMinutes,
    remainingWorkingMinutes: deadline && workingMinutesBetween(calendar, at, deadline.getTime()),
    remainingWorkingDays: workingDaysLeft(record, calendar, now),
    calendarVersion: record.calendarVersion,
    escalation: record.escalation,
    course: {
      start: record.cycleSubmittedAt.getTime(),
      due: (record.dueAt ?? record.acknowledgeBy).getTime(),
      pauses: record.pauses,
      promise:
        record.interimDueOn !== null && record.interimAt !== null
          ? { dueOn: record.interimDueOn, at: record.interimAt.getTime() }
          : null,
      stopped: clock === 'STOPPED' ? (record.publishedAt ?? record.closedAt ?? now).getTime() : null,
    },
    calendar,
    now,
  };
}
