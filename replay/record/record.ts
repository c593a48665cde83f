import type { CaseType, Channel, Importance, Outcome, Pillar } from '@bekhedmetkom/schema/events/vocabulary';

/** A record of another system in our words. Instants; null where the record bears no such date. */
export interface CaseRecord {
  source: string;
  /** The record's own key in its source. */
  sourceId: string;
  type: CaseType;
  subject: string;
  text: string;
  entity: string;
  category: string;
  governorate: string | null;
  district: string | null;
  channel: Channel;
  importance: Importance;
  pillar: Pillar;
  submittedAt: Date;
  /** The first dated trace of somebody's work on it; never before submission nor after the answer. */
  acknowledgedAt: Date | null;
  startedAt: Date | null;
  dueAt: Date | null;
  answeredAt: Date | null;
  /** Both null while unanswered. */
  outcome: Outcome | null;
  answer: string | null;
  /** When the person took it back; null for all others. Then nothing was answered. */
  cancelledAt: Date | null;
  anonymous: boolean;
  point: { latitude: number; longitude: number } | null;
  language: 'ar' | 'en';
}
