import { html } from './html.ts';
import { type Frame, page } from './page.ts';
import { words } from './words.ts';

/**
 * Says that signing in cannot go on, with the way to begin again. `code` is OAuth's word for the reason, for whoever
 * gives support; `state` is that of the attempt, by which the web app knows where the person was going.
 */
export function problemPage(frame: Frame, code: string, state?: unknown): string {
  const say = words[frame.language].problem;
  const again = new URL('/auth/sign-in', frame.webOrigin);
  again.searchParams.set('lang', frame.language);
  if (typeof state === 'string' && state !== '') again.searchParams.set('state', state);
  return page(
    frame,
    say.title,
    html`<h1 class="h1">${say.title}</h1>
<p class="lead">${say.lead}</p>
<p class="submit"><a class="btn btn--primary btn--lg btn--block" href="${again.href}">${say.again}</a></p>
<p class="small muted">${say.code}: <bdi><code>${code}</code></bdi></p>`,
  );
}
