import { describe, expect, it } from 'vitest';
import { decideIdentityStep, type IdentityDecisions, identityState, isInForce } from './identity.ts';

const now = new Date('2026-07-01T09:00:00Z');
const later = new Date('2026-07-08T12:30:00Z');
const asked: IdentityDecisions = {
  version: 1,
  requestedBy: 'quality',
  askedAsCustodian: false,
  endorsedBy: null,
  decision: null,
  visibleUntil: null,
};
const by = (subject: string, approve = true, expectedVersion: number | null = null) => ({
  subject,
  approve,
  expectedVersion,
});

describe('a request to be shown who filed a report', () => {
  it('is decided by a custodian, and approved by a second one', () => {
    expect(identityState(asked, now)).toBe('AWAITING_CUSTODIAN');
    expect(decideIdentityStep(asked, by('room-1'))).toBe('ENDORSE');
    const decided = { ...asked, endorsedBy: 'room-1', version: 2 };
    expect(identityState(decided, now)).toBe('AWAITING_SECOND');
    expect(decideIdentityStep(decided, by('room-2'))).toBe('APPROVE');
  });

  it('is never approved by one person alone', () => {
    const decided = { ...asked, endorsedBy: 'room-1' };
    expect(decideIdentityStep(asked, by('quality'))).toEqual({ refused: 'OWN_PROPOSAL' });
    expect(decideIdentityStep(decided, by('quality'))).toEqual({ refused: 'OWN_PROPOSAL' });
    expect(decideIdentityStep(decided, by('room-1'))).toEqual({ refused: 'SECOND_PERSON' });
    const own = { ...asked, askedAsCustodian: true, requestedBy: 'room-1' };
    expect(decideIdentityStep(own, by('room-1'))).toEqual({ refused: 'OWN_PROPOSAL' });
    expect(decideIdentityStep(own, by('room-2'))).toBe('APPROVE');
  });

  it('is declined at either step, and decided once', () => {
    expect(decideIdentityStep(asked, by('room-1', false))).toBe('DECLINE');
    expect(decideIdentityStep({ ...asked, endorsedBy: 'room-1' }, by('room-2', false))).toBe('DECLINE');
    const declined = { ...asked, decision: 'DECLINED' as const };
    expect(decideIdentityStep(declined, by('room-2'))).toEqual({ refused: 'IDENTITY_DECIDED' });
  });

  it('is not approved by who still saw it wait for the first decision', () => {
    const decided = { ...asked, endorsedBy: 'room-1', version: 2 };
    expect(decideIdentityStep(decided, by('room-2', true, 1))).toMatchObject({
      refused: 'CONFLICT',
      facts: { version: 2 },
    });
  });

  it('shows the reporter until its end, and not a moment longer', () => {
    const approved = { ...asked, decision: 'APPROVED' as const, visibleUntil: later };
    expect(isInForce(approved, new Date(later.getTime() - 1))).toBe(true);
    expect(isInForce(approved, later)).toBe(false);
    expect(identityState(approved, later)).toBe('EXPIRED');
    expect(isInForce({ ...approved, visibleUntil: null }, now)).toBe(false);
  });
});
