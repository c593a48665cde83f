import type { KoaContextWithOIDC } from 'oidc-provider';

/** The one resource there is: the public graph. */
export const resource = 'urn:bekhedmetkom:graph';

/** The web app is ours: whoever signs in to it has agreed, and is not asked again. */
export async function grantOfFirstParty(context: KoaContextWithOIDC) {
  const { client, session, provider } = context.oidc;
  if (!client || !session?.accountId) return undefined;
  const { Grant } = provider;
  const existing = session.grantIdFor(client.clientId);
  const known = existing && (await Grant.find(existing));
  if (known) return known;
  const grant = new Grant({ clientId: client.clientId, accountId: session.accountId });
  grant.addOIDCScope('openid profile offline_access');
  grant.addResourceScope(resource, '');
  await grant.save();
  return grant;
}
