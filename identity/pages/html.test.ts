import { describe, expect, it } from 'vitest';
import { html } from './html.ts';

describe('html', () => {
  it('escapes what is put into it, also inside attributes', () => {
    expect(html`<a title="${`"><script>&'`}">${'<b>'}</a>`.text).toBe(
      '<a title="&quot;&gt;&lt;script&gt;&amp;&#39;">&lt;b&gt;</a>',
    );
  });

  it('keeps markup, joins lists and leaves nothing for what is absent', () => {
    expect(html`<ul>${[1, 2].map((n) => html`<li>${n}</li>`)}</ul>${null}${false}${undefined}`.text).toBe(
      '<ul><li>1</li><li>2</li></ul>',
    );
  });
});
