import { describe, expect, it } from 'vitest';
import { actionOf, intents } from '../panel/intents.ts';
import { isTaken } from './late-answer.ts';

const entry = (id: string, action: string, name: string | null) => ({
  id,
  action,
  post: name === null ? null : { name: 'A post', holder: { name } },
});
const step = { lastSeen: 'b', action: 'ASK_APPLICANT', name: 'Samer' };

describe('a step whose answer came too late', () => {
  it('is done when the timeline holds it, by the same person, after what was seen', () => {
    const before = [entry('a', 'ASK_APPLICANT', 'Samer'), entry('b', 'REPLY', null)];
    expect(isTaken(before, step)).toBe(false);
    expect(isTaken([...before, entry('c', 'ASK_APPLICANT', 'Samer')], step)).toBe(true);
  });

  it('is not done when somebody else did the same, or the same person something else', () => {
    expect(isTaken([entry('b', 'START', 'Samer'), entry('c', 'ASK_APPLICANT', 'Huda')], step)).toBe(false);
    expect(isTaken([entry('b', 'START', 'Samer'), entry('c', 'ASSIGN', 'Samer')], step)).toBe(false);
  });

  it('is known by the action that each form takes, but for what is no step of the case', () => {
    const without = intents.filter((intent) => actionOf(intent) === null);
    expect(without).toEqual([
      ...['addNote', 'addFollowUp', 'settleFollowUp'],
      ...['requestIdentity', 'approveIdentity', 'declineIdentity'],
    ]);
  });
});
