import { type SlaPolicy, slaPolicyPublished } from '@bekhedmetkom/schema/events/directory';
import { describe, expect, it } from 'vitest';
import { amman } from '../testing/seeded-calendar.ts';
import { announced } from '../testing/small-directory.ts';
import { acknowledgeMinutes, buildDirectory, timeToResolve } from './directory.ts';

const seeded = announced.find(({ type }) => type === 'sla-policy.published')?.payload as SlaPolicy;

function withPolicies(...policies: Partial<SlaPolicy>[]) {
  const items = announced.map(({ type, key, payload }) => ({ kind: type, key, payload: payload as unknown }));
  for (const policy of policies) {
    const payload = { ...seeded, ...policy };
    items.push({
      kind: 'sla-policy.published',
      key: `${payload.programme}/${payload.version}` as never,
      payload,
    });
  }
  return buildDirectory(items, items.length);
}
const filed = (moment: string) => new Date(amman(moment));

describe('the policy of a cycle', () => {
  const newer = { version: 2, effectiveFrom: '2026-04-06' };

  it('is the one in force at the moment of submission, whatever is published before the case is classified', () => {
    const directory = withPolicies(newer);
    const cycle = { programme: 'GOVERNMENT_SERVICES', policyVersion: 1 } as const;
    expect(directory.policyOf({ ...cycle, cycleSubmittedAt: filed('2026-04-05T23:59') }).version).toBe(1);
    expect(directory.policyFor('GOVERNMENT_SERVICES', '2026-04-05').version).toBe(1);
    expect(directory.policyFor('GOVERNMENT_SERVICES', '2026-04-06').version).toBe(2);
  });

  it('stays the general one where its programme got one of the same number later', () => {
    const terms = { ...seeded.terms, reopenings: 7 };
    const own = { programme: 'SMOKING', version: 1, effectiveFrom: '2026-04-06', terms } as const;
    const directory = withPolicies(own);
    const cycle = { programme: 'SMOKING', policyVersion: 1 } as const;
    const before = { ...cycle, cycleSubmittedAt: filed('2026-04-05T12:00') };
    const after = { ...cycle, cycleSubmittedAt: filed('2026-04-06T12:00') };
    expect(directory.termsOf(before).reopenings).toBe(2);
    expect(directory.termsOf(after).reopenings).toBe(7);
  });
});

describe('the time to acknowledge', () => {
  it('is one figure a type', () => {
    expect(acknowledgeMinutes(seeded, 'COMPLAINT')).toBe(420);
    expect(acknowledgeMinutes(seeded, 'COMPLIMENT')).toBe(840);
  });

  it('of a policy from before counted as that of MEDIUM, whatever the type', () => {
    const old = { ...seeded, acknowledgeMinutes: { LOW: 840, MEDIUM: 300, HIGH: 420, CRITICAL: 210 } };
    expect(slaPolicyPublished.parse(old).acknowledgeMinutes).toEqual({
      COMPLAINT: 300,
      INQUIRY: 300,
      COMPLIMENT: 300,
      REPORT: 300,
      SUGGESTION: 300,
    });
  });

  it('is all the time that a compliment has', () => {
    expect(timeToResolve(seeded, 'COMPLIMENT', null, 'LOW')).toEqual({ slaDays: null, slaMinutes: 840 });
    expect(timeToResolve(seeded, 'COMPLAINT', null, 'LOW')).toMatchObject({ slaDays: 14 });
  });
});
