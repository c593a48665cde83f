import type { Person } from '../people/person.ts';
import { Html, html } from './html.ts';
import { type Frame, page } from './page.ts';
import { type Language, roleName, words } from './words.ts';

export interface SignInState {
  frame: Frame;
  /** Where the form goes. */
  action: string;
  username: string;
  password: string;
  problem: { kind: 'wrong' | 'missing' } | { kind: 'wait'; seconds: number } | null;
  /** Accounts of a demonstration, with the password they share; null where there are none to show. */
  demo: { people: Person[]; password: string } | null;
}

const warning = new Html(
  '<svg class="i" viewBox="0 0 24 24" aria-hidden="true" focusable="false"><path d="M12 4 2.8 19.5h18.4z"/><path d="M12 10v4.2M12 16.8v.1"/></svg>',
);

export function signInPage(state: SignInState): string {
  const { language } = state.frame;
  const say = words[language].signIn;
  const problem =
    state.problem &&
    html`<p class="problem" id="problem" role="alert">${warning} <span>${say.error}: ${tell(state.problem, language)}</span></p>`;
  const invalid = state.problem && html` aria-invalid="true" aria-describedby="problem"`;
  return page(
    state.frame,
    say.title,
    html`<h1 class="h1">${say.title}</h1>
<p class="lead">${say.lead}</p>
<form id="sign-in" method="post" action="${state.action}">
<div class="field"><label class="label" for="username">${say.username}</label>
<input class="input" id="username" name="username" dir="ltr" autocomplete="username" autocapitalize="none" spellcheck="false" maxlength="64" required value="${state.username}"${invalid}></div>
<div class="field"><label class="label" for="password">${say.password}</label>
<input class="input" id="password" name="password" type="password" dir="ltr" autocomplete="current-password" maxlength="128" required value="${state.password}"${invalid}>
${problem}</div>
<div class="submit"><button type="submit" class="btn btn--primary btn--lg btn--block">${say.submit}</button></div>
</form>
${state.demo && accounts(state.demo, state)}`,
  );
}

function tell(problem: NonNullable<SignInState['problem']>, language: Language): string {
  const say = words[language].signIn;
  return problem.kind === 'wait' ? say.wait(problem.seconds) : say[problem.kind];
}

// Links, not script: each opens this page again with the form filled in.
function accounts(demo: NonNullable<SignInState['demo']>, { action, frame, username }: SignInState): Html {
  const { language } = frame;
  const { title, hint } = words[language].demo;
  const account = (
    person: Person,
  ) => html`<li><a href="${action}&amp;account=${person.username}" data-account="${person.username}"${
    person.username === username && html` aria-current="true"`
  }><b>${person.names[language]}</b> ${roleName(person.role, language)}${
    person.entity && html` <bdi>${person.entity}</bdi>`
  }</a></li>
`;
  return html`<section class="demo" aria-labelledby="demo"><h2 id="demo">${title}</h2>
<p class="hint">${hint} <bdi><code>${demo.password}</code></bdi></p>
<ul class="accounts">
${demo.people.map(account)}</ul></section>`;
}
