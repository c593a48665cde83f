import type { KoaContextWithOIDC } from 'oidc-provider';

/**
 * Signs out without asking when the request carries the ID token of the very person who is signed in: only
 * their own client has it. Ends the session and all tokens that came of it, and sends the browser back.
 * Returns false, having done nothing, when the person has to be asked.
 */
export async function signOutAtOnce(context: KoaContextWithOIDC): Promise<boolean> {
  const { session, entities, client, params, provider } = context.oidc;
  const hint: unknown = entities.IdTokenHint;
  const subject = (hint as { payload?: { sub?: unknown } } | undefined)?.payload?.sub;
  const back = params?.post_logout_redirect_uri;
  if (!session || !client || typeof back !== 'string' || subject !== session.accountId) return false;

  for (const { grantId } of Object.values(session.authorizations ?? {})) {
    if (!grantId) continue;
    await provider.RefreshToken.revokeByGrantId(grantId);
    await provider.AuthorizationCode.revokeByGrantId(grantId);
    await (await provider.Grant.find(grantId))?.destroy();
  }
  await session.destroy();
  context.cookies.set(provider.cookieName('session'), null);
  const target = new URL(back);
  if (typeof params?.state === 'string') target.searchParams.set('state', params.state);
  context.status = 303;
  context.redirect(target.href);
  return true;
}
