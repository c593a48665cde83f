import { html } from './html.ts';
import { type Frame, page } from './page.ts';
import { words } from './words.ts';

/** Says that signing in cannot go on. `code` is OAuth's word for the reason, for whoever gives support. */
export function problemPage(frame: Frame, code: string): string {
  const say = words[frame.language].problem;
  return page(
    frame,
    say.title,
    html`<h1 class="h1">${say.title}</h1>
<p class="lead">${say.lead}</p>
<p class="small muted">${say.code}: <bdi><code>${code}</code></bdi></p>`,
  );
}
