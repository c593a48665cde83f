/**
 * Signing out in one tab ends the others: they forget what they keep and leave their page. A page that going back
 * brings up again from the memory of the browser asks whether anybody is still here. On pages that show something of
 * a person only.
 */
const channel = 'BroadcastChannel' in window ? new BroadcastChannel('bk-session') : null;
let leaving = false;

const forget = (): void => {
  for (const storage of ['localStorage', 'sessionStorage'] as const) {
    try {
      window[storage].clear();
    } catch {
      // Blocked storage holds nothing.
    }
  }
  void indexedDB
    .databases?.()
    .then((all) => {
      for (const { name } of all) if (name) indexedDB.deleteDatabase(name);
    })
    .catch(() => undefined);
};

document.addEventListener('submit', ({ target }) => {
  if (!(target instanceof HTMLFormElement) || !target.action.includes('/auth/sign-out')) return;
  leaving = true;
  forget();
});
// The answer has come: from now on the others would be sent away from the server as well.
window.addEventListener('pagehide', () => {
  if (leaving) channel?.postMessage('signed out');
  leaving = false;
});
channel?.addEventListener('message', () => {
  forget();
  document.body.hidden = true;
  // Its answer clears what this tab writes while it is left. A form, as opening an address changes nothing.
  const form = document.createElement('form');
  form.method = 'post';
  form.action = `/auth/forget?lang=${document.documentElement.lang}`;
  document.body.append(form);
  form.submit();
});
window.addEventListener('pageshow', async ({ persisted }) => {
  if (!persisted) return;
  const answer = await fetch('/api/session', { cache: 'no-store' }).catch(() => null);
  if (answer?.status !== 410) return;
  forget();
  document.body.hidden = true;
  location.reload();
});

export {};
