import { describe, expect, it } from 'vitest';
import { openedPanel, panelFacts, panelOfIntent, panelOfKey, panels, panelsOf } from './panels.ts';
import { teamKeys, teamPartsOfKey } from './team-keys.ts';

describe('the forms of a case', () => {
  it('exist only when the server offers their action', () => {
    expect(panelsOf([])).toEqual([]);
    expect(panelsOf(['START', 'TRANSFER', 'MERGE'])).toEqual(['start', 'transfer', 'merge']);
  });

  it('come with what somebody waits for first, whatever order the server names them in', () => {
    const offered = panelsOf(['MERGE', 'PROPOSE_ANSWER', 'DECLINE_INTERIM', 'INTERIM_REPLY']);
    expect(offered).toEqual(['decideInterim', 'answer', 'merge']);
  });

  it('offer review to whom only one of its two ends is open', () => {
    expect(panelsOf(['RETURN_ANSWER'])).toEqual(['review']);
  });

  it('decide an appeal in one place, reopening included', () => {
    expect(panelsOf(['REOPEN', 'DECLINE_APPEAL'])).toEqual(['decideAppeal']);
    expect(panelsOf(['REOPEN'])).toEqual(['reopen']);
  });

  it('offer to score the answer of an earlier round that was rated low, whatever the case does now', () => {
    expect(panelsOf([], 1)).toEqual(['score']);
    expect(panelsOf(['SCORE_ANSWER'], 2)).toEqual(['score']);
    expect(panelsOf(['MERGE'], null)).toEqual(['merge']);
  });

  it('open the one that is asked for, if it is offered', () => {
    expect(openedPanel(['answer', 'transfer'], 'transfer')).toBe('transfer');
    expect(openedPanel(['answer', 'transfer'], 'merge')).toBe('answer');
  });

  it('stay closed when nothing is waited for', () => {
    expect(openedPanel(['reopen'], null)).toBeNull();
    expect(openedPanel([], 'answer')).toBeNull();
  });

  it('have each a letter that works, also on an Arabic keyboard', () => {
    for (const panel of panels) expect(panelOfKey(panelFacts[panel].key, [panel])).toBe(panel);
    expect(panelOfKey('KeyT', ['answer', 'transfer'])).toBe('transfer');
    expect(panelOfKey('KeyT', ['answer'])).toBeNull();
  });

  it('never share a letter with what may be offered beside them', () => {
    const decisions: readonly string[] = panels.filter((panel) => panel.startsWith('decide'));
    const others = panels.filter((panel) => !decisions.includes(panel));
    const keys = [...others.map((panel) => panelFacts[panel].key), panelFacts.decideTransfer.key];
    expect(new Set(keys).size).toBe(keys.length);
  });

  it('leave J and K to moving between cases, and the others to what stands beside them', () => {
    const keys: string[] = panels.map((panel) => panelFacts[panel].key);
    for (const taken of ['KeyJ', 'KeyK', 'KeyX', 'KeyZ', ...Object.values(teamKeys)]) {
      expect(keys).not.toContain(taken);
    }
  });

  it('stand where the step that was sent belongs; notes and promises stand beside the desk', () => {
    expect(panelOfIntent('declineInterim')).toBe('decideInterim');
    expect(panelOfIntent('propose')).toBe('answer');
    for (const intent of ['addNote', 'addFollowUp', 'settleFollowUp'] as const) {
      expect(panelOfIntent(intent)).toBeNull();
    }
  });
});

describe('what stands beside the steps', () => {
  it('has letters too', () => {
    expect(teamPartsOfKey('KeyN')).toEqual(['addNote']);
    expect(teamPartsOfKey('KeyH')).toEqual(['requestIdentity', 'decideIdentity']);
    expect(teamPartsOfKey('KeyJ')).toEqual([]);
  });
});
