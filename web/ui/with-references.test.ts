import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { withReferences } from './with-references.tsx';

const html = (text: string | null) => renderToStaticMarkup(withReferences(text));
const kept = (reference: string) => `<bdi class="ref" dir="ltr">${reference}</bdi>`;

describe('a text with references', () => {
  it('keeps each of them in an element of its own, and every letter', () => {
    const text = 'Merged with BK-2026-KSPH-RW2P-2, see BK-2025-7Q4M-K2XD-9.';
    expect(html(text)).toBe(
      `Merged with ${kept('BK-2026-KSPH-RW2P-2')}, see ${kept('BK-2025-7Q4M-K2XD-9')}.`,
    );
    expect(html('«BK-2026-KSPH-RW2P-2» طلبكم')).toBe(`«${kept('BK-2026-KSPH-RW2P-2')}» طلبكم`);
  });

  it('leaves other texts as they are', () => {
    for (const text of ['No reference.', 'BK-2026', 'XBK-2026-KSPH-RW2P-2X', ''])
      expect(html(text)).toBe(text);
    expect(withReferences(null)).toBeNull();
  });
});
