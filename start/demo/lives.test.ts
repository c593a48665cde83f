import people from '@bekhedmetkom/schema/demo/people.json' with { type: 'json' };
import { describe, expect, it } from 'vitest';
import { lives } from './lives.ts';
import { dayAfter } from './steps.ts';

describe('the cases of today', () => {
  it('are lived by people who have accounts', () => {
    const known = new Set(people.map(({ username }) => username));
    for (const { key, applicant, steps } of lives) {
      expect(known, key).toContain(applicant);
      for (const { who } of steps) expect(known, key).toContain(who);
    }
  });

  it('are told apart by their keys, and merged only into those filed before', () => {
    const keys = lives.map(({ key }) => key);
    expect(new Set(keys).size).toBe(keys.length);
    for (const [index, life] of lives.entries()) {
      const asked: string[] = [];
      const known = {
        reference: 'BK',
        dueAt: null,
        referenceOf: (other: string) => {
          asked.push(other);
          return other;
        },
        postOf: (key: string) => key,
        scores: [],
      };
      for (const step of life.steps) step.input(known);
      for (const other of asked) expect(keys.indexOf(other)).toBeLessThan(index);
    }
  });

  it('show every action that is left to people', () => {
    const shown = new Set(lives.flatMap(({ steps }) => steps.map(({ mutation }) => mutation)));
    for (const mutation of [
      'transferCase',
      'acceptTransfer',
      'refuseTransfer',
      'requestPart',
      'askApplicant',
      'proposeInterimReply',
      'approveInterimReply',
      'proposeRejection',
      'approveRejection',
      'mergeCase',
      'reopenCase',
      'appealCase',
      'withdrawCase',
    ]) {
      expect(shown).toContain(mutation);
    }
  });

  it('are promised for the day after they are due, in Amman', () => {
    expect(dayAfter('2026-12-01T12:30:00.000Z')).toBe('2026-12-02');
    expect(dayAfter('2026-12-01T22:30:00.000Z')).toBe('2026-12-03');
  });
});
