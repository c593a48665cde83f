/** Renews the browser's session, one request at a time for all tabs of this site. */

/** Whether the session is alive. While the web server or the issuer does not answer, it counts as alive. */
export async function renewSession(): Promise<boolean> {
  const locks = globalThis.navigator?.locks;
  return locks ? locks.request('bk-renew-session', askForRenewal) : askForRenewal();
}

async function askForRenewal(): Promise<boolean> {
  try {
    const answer = await fetch('/auth/refresh', { method: 'POST', headers: { accept: 'application/json' } });
    return answer.status !== 401;
  } catch {
    return true;
  }
}
