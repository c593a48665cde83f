import { Html, html } from './html.ts';
import { type Frame, page } from './page.ts';
import { words } from './words.ts';

/** Asks whether to sign out. `form` is the issuer's own, with its protection against forged requests. */
export function signOutPage(frame: Frame, form: string): string {
  const say = words[frame.language].signOut;
  return page(
    frame,
    say.title,
    html`<h1 class="h1">${say.title}</h1>
<p class="lead">${say.lead}</p>
${new Html(form)}
<button class="btn btn--primary btn--lg" type="submit" form="op.logoutForm" name="logout" value="yes">${say.submit}</button>`,
  );
}

export function signedOutPage(frame: Frame): string {
  const say = words[frame.language].signOut;
  return page(frame, say.done, html`<h1 class="h1">${say.done}</h1><p class="lead">${say.doneLead}</p>`);
}
