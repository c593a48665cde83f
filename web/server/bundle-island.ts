import { join } from 'node:path';
import { build } from 'esbuild';

/** The package's own modules, not its copy of them for browsers of 2015, which is half as large again. */
const alias = { 'tus-js-client': 'tus-js-client/lib/browser/index.js' };

/**
 * One island as browsers run it: one script with everything it imports, for browsers from 2020 on.
 * `file` is relative to `webRoot`, the folder of the web app.
 * @throws esbuild's BuildFailure when the file or one of its imports cannot be read or parsed
 */
export async function bundleIsland(file: string, webRoot: string): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [join(webRoot, file)],
    bundle: true,
    alias,
    format: 'iife',
    target: 'es2020',
    minify: true,
    legalComments: 'none',
    charset: 'utf8',
    write: false,
    logLevel: 'silent',
  });
  return outputFiles[0]?.text ?? '';
}
