import type { Configuration, KoaContextWithOIDC } from 'oidc-provider';
import type { Frame } from '../pages/page.ts';
import { problemPage } from '../pages/problem-page.ts';
import { signedOutPage, signOutPage } from '../pages/sign-out-page.ts';
import { languageOf } from '../pages/words.ts';
import type { People } from '../people/people.ts';
import { claimsOf } from '../people/person.ts';
import type { Store } from '../storage/store.ts';
import { type ServiceClient, serviceClient, webClient } from './clients.ts';
import { grantOfFirstParty, resource } from './first-party-grant.ts';
import { signOutAtOnce } from './sign-out-at-once.ts';
import { type SigningKeys, signingAlgorithm } from './signing-keys.ts';

/** What the access tokens are for: the gateway asks for this audience. */
const audience = 'bekhedmetkom';

const minute = 60;
const hour = 60 * minute;

interface Parts {
  webOrigin: string;
  people: People;
  services: Record<string, ServiceClient>;
  store: Store;
  signingKeys: SigningKeys;
  cookieKeys: string[];
  /** Sets the headers that each of our pages is sent with. */
  protect(context: KoaContextWithOIDC): void;
}

/** How the issuer behaves, in oidc-provider's terms. */
export function configuration(parts: Parts): Configuration {
  const { webOrigin, people, services, store, signingKeys, cookieKeys } = parts;
  const show = (context: KoaContextWithOIDC, make: (frame: Frame) => string) => {
    const asked = context.oidc?.params?.ui_locales ?? context.get('accept-language');
    parts.protect(context);
    context.type = 'html';
    context.body = make({ language: languageOf(String(asked)), webOrigin });
  };
  return {
    adapter: (model: string) => store.adapter(model),
    clients: [
      webClient(webOrigin),
      ...Object.entries(services).map(([id, client]) => serviceClient(id, client)),
    ],
    jwks: signingKeys,
    cookies: {
      keys: cookieKeys,
      names: { session: 'bk_issuer', interaction: 'bk_issuer_step', resume: 'bk_issuer_resume' },
      long: { signed: true },
      short: { signed: true },
    },
    findAccount: (_, subject) => {
      const person = people.bySubject(subject);
      return person && { accountId: subject, claims: () => ({ sub: subject, ...claimsOf(person) }) };
    },
    claims: { openid: ['sub'], profile: ['name', 'name#ar', 'name#en', 'locale'] },
    scopes: ['openid', 'profile', 'offline_access'],
    conformIdTokenClaims: false,
    clientDefaults: { id_token_signed_response_alg: signingAlgorithm },
    enabledJWA: { idTokenSigningAlgValues: [signingAlgorithm] },
    responseTypes: ['code'],
    pkce: { required: () => true },
    extraTokenClaims: (_, token) => {
      const person = 'accountId' in token ? people.bySubject(String(token.accountId)) : undefined;
      return person && claimsOf(person);
    },
    formats: {
      customizers: {
        // A program's own token speaks for the subject the directory knows it by.
        jwt: (_, token, structured) => {
          const service = token.kind === 'ClientCredentials' ? services[token.clientId ?? ''] : undefined;
          if (service) structured.payload.sub = service.subject;
        },
      },
    },
    loadExistingGrant: grantOfFirstParty,
    issueRefreshToken: async (_, client) => client.grantTypeAllowed('refresh_token'),
    // Two requests of one browser may refresh at once; with rotation the second would end the session.
    rotateRefreshToken: false,
    // The state stays in the address: with it signing in can begin again where this attempt has expired.
    interactions: {
      url: (_, { uid, params }) =>
        typeof params.state === 'string'
          ? `/sign-in/${uid}?${new URLSearchParams({ state: params.state })}`
          : `/sign-in/${uid}`,
    },
    features: {
      devInteractions: { enabled: false },
      userinfo: { enabled: false },
      resourceIndicators: {
        enabled: true,
        defaultResource: () => resource,
        useGrantedResource: () => true,
        getResourceServerInfo: () => ({
          audience,
          scope: '',
          accessTokenTTL: 10 * minute,
          accessTokenFormat: 'jwt',
          jwt: { sign: { alg: signingAlgorithm } },
        }),
      },
      clientCredentials: { enabled: true },
      revocation: { enabled: true },
      rpInitiatedLogout: {
        enabled: true,
        logoutSource: async (context, form) => {
          if (await signOutAtOnce(context)) return;
          show(context, (frame) => signOutPage(frame, form));
        },
        postLogoutSuccessSource: (context) => show(context, signedOutPage),
      },
    },
    renderError: (context, { error }) =>
      show(context, (frame) => problemPage(frame, error, context.oidc?.params?.state)),
    ttl: {
      AuthorizationCode: minute,
      Interaction: hour,
      IdToken: hour,
      AccessToken: 10 * minute,
      ClientCredentials: 10 * minute,
      RefreshToken: 12 * hour,
      Session: 12 * hour,
      Grant: 12 * hour,
    },
  };
}
