import { fileURLToPath } from 'node:url';
import type { NextConfig } from 'next';
import createNextIntlPlugin from 'next-intl/plugin';

const withNextIntl = createNextIntlPlugin('./i18n/request.ts');

const config: NextConfig = {
  // Types are checked by `npm run typecheck -w web`; the build would check them a second time.
  typescript: { ignoreBuildErrors: true },
  experimental: {
    useTypeScriptCli: true,
    // Where no script runs, files come with the form; scripts send them in pieces.
    serverActions: { bodySizeLimit: '40mb' },
    proxyClientMaxBodySize: '40mb',
  },
  turbopack: { root: fileURLToPath(new URL('..', import.meta.url)) },
  // It bundles the islands, by a binary beside its package.
  serverExternalPackages: ['esbuild'],
  poweredByHeader: false,
  reactStrictMode: true,
  // Titles must stand in <head> before anything else: citizen pages have no script that could move them there.
  htmlLimitedBots: /.*/,
  // No `Link` header: it would ask browsers for scripts that citizen pages do not carry.
  reactMaxHeadersLength: 1,
  devIndicators: false,
  // Browsers ask for it wherever they find no link to an icon.
  rewrites: async () => [{ source: '/favicon.ico', destination: '/mark.svg' }],
};

export default withNextIntl(config);
