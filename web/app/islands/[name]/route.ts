import { readFile } from 'node:fs/promises';
import { stripTypeScriptTypes } from 'node:module';
import { join } from 'node:path';
import { islands } from '../../../server/islands.ts';

export const dynamic = 'force-static';
export const dynamicParams = false;

export function generateStaticParams(): { name: string }[] {
  return Object.keys(islands).map((name) => ({ name: `${name}.js` }));
}

const sharedModules = /^import \{ ([\w, ]+) \} from '@bekhedmetkom\/(text|time)\/([\w-]+)';$/gm;
const comments = /^\s*(\/\*\*[\s\S]*?\*\/|\/\/.*)$/gm;

/**
 * An island as the browser runs it: its TypeScript without the types, with what it imports from text/ and time/ (whose
 * modules import nothing) in its place. Made once, when the site is built.
 */
export async function GET(_: Request, { params }: { params: Promise<{ name: string }> }): Promise<Response> {
  const { name } = await params;
  const path = islands[name.replace(/\.js$/, '')];
  if (!path) return new Response(null, { status: 404 });
  const island = await readScript(path);
  const inserts = await Promise.all(
    Array.from(island.matchAll(sharedModules), async ([, names, folder, file]) => {
      const source = (await readScript(`../${folder}/${file}.ts`)).replace(/^export /gm, '');
      if (/^import /m.test(source)) throw new Error(`${folder}/${file}.ts imports: an island cannot use it`);
      return `const { ${names} } = (() => {\n${source}\nreturn { ${names} };\n})();`;
    }),
  );
  const script = island.replace(sharedModules, () => inserts.shift() ?? '').replace(/\n\s*\n+/g, '\n');
  return new Response(script, {
    headers: { 'content-type': 'text/javascript; charset=utf-8', 'cache-control': 'public, max-age=600' },
  });
}

async function readScript(path: string): Promise<string> {
  const source = await readFile(join(/* turbopackIgnore: true */ process.cwd(), path), 'utf8');
  return stripTypeScriptTypes(source).replace(comments, '');
}
