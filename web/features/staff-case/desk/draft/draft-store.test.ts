import { describe, expect, it } from 'vitest';
import {
  type DraftStorage,
  draftsOf,
  dropDraft,
  keepDraft,
  readDraft,
  wasSent,
  wordsOf,
} from './draft-store.ts';

function openStorage(): DraftStorage {
  const kept = new Map<string, string>();
  return {
    get length() {
      return kept.size;
    },
    key: (index) => [...kept.keys()][index] ?? null,
    getItem: (key) => kept.get(key) ?? null,
    setItem: (key, value) => void kept.set(key, value),
    removeItem: (key) => void kept.delete(key),
  };
}

const reference = 'BK-2026-7Q4M-K2XD-9';

describe('what is being typed', () => {
  it('is given back for the same case and form', () => {
    const storage = openStorage();
    keepDraft(storage, reference, 'propose', { text: 'أصلح الفريق الوصلة', outcome: 'SOLVED' });
    expect(readDraft(storage, reference, 'propose')).toEqual({
      text: 'أصلح الفريق الوصلة',
      outcome: 'SOLVED',
    });
    expect(readDraft(storage, reference, 'transfer')).toBeNull();
    expect(readDraft(storage, 'BK-2026-0000-0000-0', 'propose')).toBeNull();
  });

  it('is not kept when there is nothing', () => {
    const storage = openStorage();
    keepDraft(storage, reference, 'ask', { question: 'ما' });
    keepDraft(storage, reference, 'ask', { question: '' });
    expect(readDraft(storage, reference, 'ask')).toBeNull();
    expect(storage.length).toBe(0);
  });

  it('is forgotten once it was sent', () => {
    const storage = openStorage();
    keepDraft(storage, reference, 'ask', { question: 'ما رقم العداد؟' });
    dropDraft(storage, reference, 'ask');
    expect(draftsOf(storage, reference)).toEqual([]);
  });

  it('can be found for a case whose forms are gone', () => {
    const storage = openStorage();
    keepDraft(storage, reference, 'transfer', { reason: 'ليست من اختصاصنا' });
    keepDraft(storage, reference, 'ask', { question: 'ما رقم العداد؟' });
    keepDraft(storage, 'BK-2026-0000-0000-0', 'ask', { question: 'غير ذلك' });
    expect(draftsOf(storage, reference).map((draft) => draft.form)).toEqual(['ask', 'transfer']);
  });

  it('does not stop the typing when the browser keeps nothing, or kept something else', () => {
    const full: DraftStorage = {
      ...openStorage(),
      setItem: () => {
        throw new Error('QuotaExceededError');
      },
      getItem: () => '{"text":',
    };
    expect(() => keepDraft(full, reference, 'ask', { question: 'ما' })).not.toThrow();
    expect(readDraft(full, reference, 'ask')).toBeNull();
    const odd = openStorage();
    odd.setItem(`bk:draft:${reference}:ask`, '[1]');
    expect(readDraft(odd, reference, 'ask')).toBeNull();
  });

  it('tells words from choices: only words are shown to be copied', () => {
    expect(wordsOf({ outcome: 'SOLVED', text: 'أصلحنا الخط', part: '1', comment: ' ' })).toEqual([
      'أصلحنا الخط',
    ]);
  });
});

describe('words that were sent', () => {
  it('are known by standing in the case, however their white space changed', () => {
    const said = ['Please say which centre it was.', 'Asked.'];
    expect(wasSent({ question: ' Please say  which centre\nit was. ' }, said)).toBe(true);
    expect(wasSent({ question: 'Please say which centre' }, said)).toBe(false);
    expect(wasSent({ reason: 'Asked.', text: 'Not yet sent' }, said)).toBe(false);
    expect(wasSent({ outcome: 'SOLVED' }, said)).toBe(false);
  });
});
