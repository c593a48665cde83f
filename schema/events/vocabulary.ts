/**
 * The closed vocabularies that every program shares (domain.md §1, §2). GraphQL enums are built from these
 * same lists, so that a word exists once.
 */
import { z } from 'zod';

export const caseTypes = ['COMPLAINT', 'INQUIRY', 'COMPLIMENT', 'REPORT', 'SUGGESTION'] as const;
export const caseStates = [
  'SUBMITTED',
  'ASSIGNED',
  'TRANSFER_PENDING',
  'IN_PROGRESS',
  'AWAITING_APPLICANT',
  'PENDING_REVIEW',
  'RESOLVED',
  'CLOSED',
  'REJECTED',
  'DUPLICATE',
  'WITHDRAWN',
] as const;
export const channels = [
  'WEB',
  'MOBILE',
  'CONTACT_CENTRE',
  'CHATBOT',
  'FACEBOOK',
  'COUNTER',
  'PARTNER',
] as const;
export const pillars = ['QUALITY', 'TIME', 'STAFF', 'PROCEDURE', 'INFRASTRUCTURE'] as const;
export const importances = ['LOW', 'MEDIUM', 'HIGH', 'CRITICAL'] as const;
export const applicantKinds = [
  'CITIZEN',
  'RESIDENT',
  'STUDENT',
  'INVESTOR',
  'LABOURER',
  'EMPLOYEE',
  'BUSINESS_OWNER',
] as const;
export const outcomes = [
  'SOLVED',
  'PARTLY_SOLVED',
  'EXPLAINED',
  'ACCEPTED',
  'PARTLY_ACCEPTED',
  'NOT_ACCEPTED',
  'OUT_OF_REMIT',
] as const;
export const solvedAnswers = ['YES', 'PARTLY', 'NO'] as const;
export const programmes = ['GOVERNMENT_SERVICES', 'HUMAN_RIGHTS', 'SMOKING'] as const;
export const roles = [
  'MAIN_FOCAL_POINT',
  'SUB_FOCAL_POINT',
  'SECRETARY_GENERAL',
  'MINISTER',
  'OPERATION_ROOM',
  'QUALITY_REVIEWER',
  'CONTACT_CENTRE',
  'PRIME_MINISTERS_OFFICE',
  'STEERING_COMMITTEE',
  'PROGRAMME_COORDINATOR',
  'ADMINISTRATOR',
  'IMPORTER',
] as const;
export const caseActions = [
  'SUBMIT',
  'CLASSIFY',
  'START',
  'ASSIGN',
  'TRANSFER',
  'ACCEPT_TRANSFER',
  'REFUSE_TRANSFER',
  'REFER_TRANSFER',
  'ASK_APPLICANT',
  'REPLY',
  'REQUEST_PART',
  'ANSWER_PART',
  'WITHDRAW_PART',
  'PROPOSE_INTERIM',
  'INTERIM_REPLY',
  'DECLINE_INTERIM',
  'PROPOSE_ANSWER',
  'APPROVE_ANSWER',
  'RETURN_ANSWER',
  'PROPOSE_REJECTION',
  'REJECT',
  'DECLINE_REJECTION',
  'MERGE',
  'WITHDRAW',
  'CONTINUE',
  'SEPARATE',
  'RATE',
  'SCORE_ANSWER',
  'REOPEN',
  'APPEAL',
  'DECLINE_APPEAL',
  'REQUEST_ESCALATION',
  'ESCALATE',
  'RESCHEDULE',
  'CLOSE',
] as const;
export const rejectionCodes = ['SUB_JUDICE', 'ABUSIVE', 'OUT_OF_ANY_REMIT'] as const;
/** The levels of escalation, from a reminder to the Cabinet list. */
export const escalationLevels = ['L0', 'L1', 'L2', 'L3', 'L4'] as const;

export const caseType = z.enum(caseTypes);
export const caseState = z.enum(caseStates);
export const channel = z.enum(channels);
export const pillar = z.enum(pillars);
export const importance = z.enum(importances);
export const applicantKind = z.enum(applicantKinds);
export const outcome = z.enum(outcomes);
export const solved = z.enum(solvedAnswers);
export const programme = z.enum(programmes);
export const role = z.enum(roles);
export const caseAction = z.enum(caseActions);
export const rejectionCode = z.enum(rejectionCodes);
export const escalationLevel = z.enum(escalationLevels);

export type CaseType = z.infer<typeof caseType>;
export type CaseState = z.infer<typeof caseState>;
export type Channel = z.infer<typeof channel>;
export type Pillar = z.infer<typeof pillar>;
export type Importance = z.infer<typeof importance>;
export type ApplicantKind = z.infer<typeof applicantKind>;
export type Outcome = z.infer<typeof outcome>;
export type Solved = z.infer<typeof solved>;
export type Programme = z.infer<typeof programme>;
export type Role = z.infer<typeof role>;
export type CaseAction = z.infer<typeof caseAction>;
export type RejectionCode = z.infer<typeof rejectionCode>;
export type EscalationLevel = z.infer<typeof escalationLevel>;

/** A moment in UTC, ISO 8601 with milliseconds, as `Date#toISOString` prints it. */
export const instant = z.iso.datetime();
/** A calendar day in Asia/Amman, `YYYY-MM-DD`. */
export const localDate = z.iso.date();
/** Names exist in both languages or not at all. */
export const names = z.object({ ar: z.string().min(1), en: z.string().min(1) });
export type Names = z.infer<typeof names>;
