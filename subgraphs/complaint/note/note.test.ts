import { describe, expect, it } from 'vitest';
import { checkMentions, mayWriteNotes, mentionableRoles } from './note.ts';

const post = (key: string, role = 'SUB_FOCAL_POINT') => ({ key, role, names: { ar: `${key}-ع`, en: key } });
const seers = Array.from({ length: 12 }, (_, i) => post(`P-${i}`));
const find = (key: string) => (key === 'OUT' ? post('OUT') : undefined);

describe('a note', () => {
  it('is written by whoever works on the case, not by its applicant or an overseer', () => {
    expect(mayWriteNotes(['SUB_FOCAL_POINT'])).toBe(true);
    expect(mayWriteNotes(['TARGET_MAIN_FOCAL_POINT'])).toBe(true);
    expect(mayWriteNotes(['QUALITY_REVIEWER', 'APPLICANT'])).toBe(true);
    for (const capacities of [[], ['APPLICANT'], ['IMPORTER']] as const) {
      expect(mayWriteNotes(capacities)).toBe(false);
    }
  });

  it('calls only posts that may see the case, and names the one that may not', () => {
    expect(checkMentions(['P-1', 'P-2'], seers, find)).toBeNull();
    expect(checkMentions([], [], find)).toBeNull();
    expect(checkMentions(['P-1', 'OUT'], seers, find)).toEqual({
      refused: 'MENTION_NOT_ALLOWED',
      field: ['mentions'],
      facts: { nameAr: 'OUT-ع', nameEn: 'OUT' },
    });
    expect(checkMentions([null], seers, find)).toMatchObject({ refused: 'MENTION_NOT_ALLOWED', facts: {} });
  });

  it('calls ten posts at most; one that is named twice counts once', () => {
    const ten = seers.slice(0, 10).map(({ key }) => key);
    expect(checkMentions([...ten, ...ten], seers, find)).toBeNull();
    expect(checkMentions([...ten, 'P-10'], seers, find)).toMatchObject({ refused: 'TOO_MANY_MENTIONS' });
  });

  it('calls no minister: they are told by escalation', () => {
    expect(mentionableRoles).toContain('SECRETARY_GENERAL');
    expect(mentionableRoles).not.toContain('MINISTER');
    expect(mentionableRoles).not.toContain('ADMINISTRATOR');
  });
});
