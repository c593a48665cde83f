import { clientAddress } from '@bekhedmetkom/platform/client-address';
import { StartupError } from '@bekhedmetkom/platform/errors';
import { openLimits } from '@bekhedmetkom/platform/limits';
import { type Program, runProgram } from '@bekhedmetkom/platform/program';
import { openLogger, openMetrics } from '@bekhedmetkom/platform/telemetry';
import { type KoaContextWithOIDC, Provider } from 'oidc-provider';
import { type Config, readConfig } from './config.ts';
import { knownBrowsers } from './http/known-browser.ts';
import { requireRightClock } from './http/own-clock.ts';
import { pinOrigin } from './http/pin-origin.ts';
import { securityHeaders } from './http/security-headers.ts';
import { serve } from './http/serve.ts';
import { makeSignIn } from './http/sign-in.ts';
import { configuration } from './issuer/configuration.ts';
import { openSigningKeys, type SigningKeys } from './issuer/signing-keys.ts';
import { makePeople } from './people/people.ts';
import { makeSignInLimits } from './people/sign-in-limits.ts';
import { keepInFile } from './storage/keep-in-file.ts';
import { openStore } from './storage/store.ts';

/** Starts the OpenID Connect issuer of the demonstration. */
export async function start(config: Config): Promise<Program> {
  const logger = openLogger('identity', config.logLevel);
  const metrics = openMetrics('identity');
  const { webOrigin } = config;
  const signingKeys = await openKeys(config);
  const people = makePeople(config.people, config.password);
  const [secret = ''] = config.cookieKeys;
  const limits = openLimits({ redisUrl: config.redisUrl, secret, logger, maxKeys: 20_000 });
  const store = openStore();
  const kept = config.dataFolder === null ? null : await keepInFile(store, config.dataFolder, logger);

  const { clockUrl } = config;
  const ready = async () => {
    if (clockUrl !== null) await requireRightClock(clockUrl);
  };

  const server = await serve({
    ready,
    host: config.host,
    port: config.port,
    metricsPort: config.metricsPort,
    logger,
    metrics,
    handlers(url) {
      const issuerUrl = config.issuerUrl ?? url;
      const provider = new Provider(
        issuerUrl,
        configuration({
          webOrigin,
          people,
          services: { importer: { subject: 'p-importer', secret: config.importerSecret } },
          store,
          signingKeys,
          cookieKeys: config.cookieKeys,
          protect: (context) => context.set(securityHeaders(webOrigin)),
        }),
      );
      provider.proxy = true; // Forwarding headers are ours: see pinOrigin.
      provider.on('server_error', (_: KoaContextWithOIDC, error: Error) =>
        logger.error({ err: error }, 'the issuer failed'),
      );
      const demoPassword = config.showAccounts ? config.password : null;
      const signIn = makeSignIn({
        provider,
        people,
        limits: makeSignInLimits(limits),
        knownBrowsers: knownBrowsers(config.cookieKeys, new URL(issuerUrl).protocol === 'https:'),
        addressOf: ({ socket, headers }) =>
          clientAddress(socket.remoteAddress, headers['x-forwarded-for']?.toString(), config.trustedProxies),
        webOrigin,
        demoPassword,
        logger,
        metrics,
      });
      const answer = provider.callback() as (...message: unknown[]) => Promise<void>;
      return {
        signIn(request, response, url) {
          pinOrigin(request, issuerUrl);
          return signIn(request, response, url);
        },
        protocol(request, response) {
          pinOrigin(request, issuerUrl);
          return answer(request, response);
        },
      };
    },
  });
  logger.info({ url: server.url }, 'the issuer is listening');
  return {
    url: server.url,
    ready,
    async close() {
      await server.close();
      await limits.close();
      await kept?.close();
    },
  };
}

async function openKeys({ signingKeys, dataFolder }: Config): Promise<SigningKeys> {
  if (signingKeys) return signingKeys;
  if (dataFolder !== null) return openSigningKeys(dataFolder);
  throw new StartupError('The issuer needs SIGNING_KEYS, or DATA_FOLDER to make and keep them in.');
}

if (import.meta.main) await runProgram(() => start(readConfig(process.env)));
