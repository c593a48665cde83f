import { createHmac, createSecretKey, hkdfSync } from 'node:crypto';
import type { CaseDependencies } from '../case-change/change-case.ts';

/** Whether the cycle of a case falls into a sample of so many percent; a larger one includes every smaller one. */
export type IsSampled = (caseId: string, cycle: number, percent: number) => boolean;

/** What scoring stands on. */
export interface ScoringRoom extends CaseDependencies {
  isSampled: IsSampled;
}

/**
 * The sample of answers that are scored: HMAC-SHA-256 over case and cycle under a key of the server. It stays the
 * same for a cycle, whoever asks, and staff who know ids and the rule cannot tell which answers it takes.
 */
export function openSample(serverKey: Uint8Array): IsSampled {
  const label = 'bekhedmetkom scoring sample';
  const key = createSecretKey(Buffer.from(hkdfSync('sha256', serverKey, '', label, 32)));
  return (caseId, cycle, percent) => {
    const mac = createHmac('sha256', key).update(`${caseId}/${cycle}`).digest();
    return mac.readUInt32BE() % 10_000 < percent * 100;
  };
}
