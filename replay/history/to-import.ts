/** A record as the graph takes it for an import. Pure. */
import type { CaseRecord } from '../record/record.ts';

/**
 * Gives the input of one imported case, with the times that the record bears. Without `policyDue` a record
 * that has no due date is sent without importance and pillar, so that none is computed for it.
 */
export function toImport(record: CaseRecord, policyDue: boolean): Record<string, unknown> {
  const classified = record.dueAt !== null || policyDue;
  return {
    source: record.source,
    sourceId: record.sourceId,
    type: record.type,
    subject: record.subject,
    text: record.text,
    entityCode: record.entity,
    categoryCode: record.category,
    governorateCode: record.governorate,
    district: record.district,
    channel: record.channel,
    language: record.language.toUpperCase(),
    anonymous: record.anonymous,
    point: record.point,
    importance: classified ? record.importance : null,
    pillar: classified ? record.pillar : null,
    submittedAt: record.submittedAt.toISOString(),
    acknowledgedAt: record.acknowledgedAt?.toISOString() ?? null,
    startedAt: record.startedAt?.toISOString() ?? null,
    dueAt: record.dueAt?.toISOString() ?? null,
    publishedAt: record.answeredAt?.toISOString() ?? null,
    closedAt: record.answeredAt?.toISOString() ?? null,
    withdrawnAt: record.cancelledAt?.toISOString() ?? null,
    outcome: record.outcome,
    answer: record.answer,
  };
}
