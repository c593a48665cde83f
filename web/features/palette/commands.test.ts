import { describe, expect, it } from 'vitest';
import { type Command, matching, referenceIn, stepTo } from './commands.ts';

const command = (label: string): Command => ({ id: label, label, group: 'go', href: '/' });
const all = ['المتأخرة', 'المسندة إليّ', 'إحالة إلى جهة', 'Waiting for review'].map(command);
const found = (typed: string) => matching(all, typed).map((one) => one.label);

describe('the command palette', () => {
  it('shows everything until something is typed', () => {
    expect(found(' ')).toHaveLength(4);
  });

  it('finds by the beginnings of words, in any order', () => {
    expect(found('rev wait')).toEqual(['Waiting for review']);
    expect(found('eview')).toEqual([]);
  });

  it('finds Arabic however it is spelled, with the article or without', () => {
    expect(found('متاخره')).toEqual(['المتأخرة']);
    expect(found('المتأخر')).toEqual(['المتأخرة']);
    expect(found('احال')).toEqual(['إحالة إلى جهة']);
  });

  it('knows a reference when it is typed', () => {
    expect(referenceIn(' bk-2026-7q4m-k2xd-9 ')).toBe('BK-2026-7Q4M-K2XD-9');
    expect(referenceIn('مياه')).toBeNull();
  });

  it('goes round at the ends of the list', () => {
    expect(stepTo(0, -1, 3)).toBe(2);
    expect(stepTo(2, 1, 3)).toBe(0);
    expect(stepTo(0, 1, 0)).toBe(-1);
  });
});
