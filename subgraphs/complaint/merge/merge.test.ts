import { caseStates, caseTypes } from '@bekhedmetkom/schema/events/vocabulary';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkMerge, type Mergeable, mayBeFollowed, mayMix } from './merge.ts';

const kase = (more: Partial<Mergeable> = {}): Mergeable => ({
  id: 'a',
  type: 'COMPLAINT',
  state: 'IN_PROGRESS',
  entity: 'MOH',
  programme: 'GOVERNMENT_SERVICES',
  restricted: false,
  ...more,
});
const parent = (more: Partial<Mergeable> = {}) => kase({ id: 'b', ...more });

describe('a merger', () => {
  it('joins open cases of one entity, of types whose answers everybody may read', () => {
    expect(checkMerge(kase(), parent(), false)).toBeNull();
    expect(checkMerge(kase({ type: 'INQUIRY' }), parent({ type: 'SUGGESTION' }), false)).toBeNull();
    expect(checkMerge(kase({ type: 'REPORT' }), parent({ type: 'REPORT' }), false)).toBeNull();
  });

  it('is not into itself, a duplicate, a case that has ended, or across entities but for the operation room', () => {
    expect(checkMerge(kase(), kase(), true)?.refused).toBe('INTO_ITSELF');
    expect(checkMerge(kase(), parent({ state: 'DUPLICATE' }), true)?.refused).toBe('PARENT_IS_DUPLICATE');
    for (const state of ['RESOLVED', 'CLOSED', 'REJECTED', 'WITHDRAWN'] as const) {
      expect(checkMerge(kase(), parent({ state }), true)?.refused).toBe('PARENT_NOT_OPEN');
    }
    expect(checkMerge(kase(), parent({ entity: 'ROADS' }), false)?.refused).toBe('PARENT_ELSEWHERE');
    expect(checkMerge(kase(), parent({ entity: 'ROADS' }), true)).toBeNull();
  });

  it('never mixes reports, compliments or restricted programmes with anything else, either way round', () => {
    const mergeable = fc.record({
      id: fc.uuid(),
      type: fc.constantFrom(...caseTypes),
      state: fc.constantFrom(...caseStates),
      entity: fc.constantFrom('MOH', 'ROADS', null),
      programme: fc.constantFrom('GOVERNMENT_SERVICES', 'HUMAN_RIGHTS', 'SMOKING'),
      restricted: fc.boolean(),
    } satisfies Record<keyof Mergeable, unknown>);
    fc.assert(
      fc.property(mergeable, mergeable, (one, other) => {
        expect(mayMix(one, other)).toBe(mayMix(other, one));
        if (!mayMix(one, other)) return;
        for (const type of ['REPORT', 'COMPLIMENT']) expect(one.type === type).toBe(other.type === type);
        if (one.restricted) expect(one.programme).toBe(other.programme);
      }),
    );
  });

  it('lets strangers follow open cases only, and never a report or a case of a restricted programme', () => {
    expect(mayBeFollowed(kase())).toBe(true);
    for (const more of [
      { type: 'REPORT' },
      { type: 'COMPLIMENT' },
      { restricted: true },
      { state: 'RESOLVED' },
      { state: 'DUPLICATE' },
    ] as const) {
      expect(mayBeFollowed(kase(more))).toBe(false);
    }
  });
});
