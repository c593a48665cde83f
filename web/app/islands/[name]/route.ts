import { readFile } from 'node:fs/promises';
import { stripTypeScriptTypes } from 'node:module';
import { dirname, join } from 'node:path';
import { islands } from '../../../server/islands.ts';

export const dynamic = 'force-static';
export const dynamicParams = false;

export function generateStaticParams(): { name: string }[] {
  return Object.keys(islands).map((name) => ({ name: `${name}.js` }));
}

/** Of text/ and time/, or beside the island. */
const modules = /^import \{([\w,\s]+)\} from '(?:@bekhedmetkom\/(text|time)\/([\w-]+)|\.\/([\w-]+)\.ts)';$/gm;
const comments = /^\s*(\/\*\*[\s\S]*?\*\/|\/\/.*)$/gm;

/**
 * An island as the browser runs it: its TypeScript without the types, with what it imports from text/, time/ and its own
 * folder in its place; these modules may import nothing but types. Made once, when the site is built.
 */
export async function GET(_: Request, { params }: { params: Promise<{ name: string }> }): Promise<Response> {
  const { name } = await params;
  const path = islands[name.replace(/\.js$/, '')];
  if (!path) return new Response(null, { status: 404 });
  const island = await readScript(path);
  const inserts = await Promise.all(
    Array.from(island.matchAll(modules), async ([, names, folder, file, own]) => {
      const place = own ? join(dirname(path), `${own}.ts`) : `../${folder}/${file}.ts`;
      const source = (await readScript(place)).replace(/^export /gm, '');
      if (/^import /m.test(source)) throw new Error(`${place} imports: an island cannot use it`);
      const list = names?.trim();
      return `const { ${list} } = (() => {\n${source}\nreturn { ${list} };\n})();`;
    }),
  );
  const script = island.replace(modules, () => inserts.shift() ?? '').replace(/\n\s*\n+/g, '\n');
  return new Response(script, {
    headers: { 'content-type': 'text/javascript; charset=utf-8', 'cache-control': 'public, max-age=600' },
  });
}

async function readScript(path: string): Promise<string> {
  const source = await readFile(join(/* turbopackIgnore: true */ process.cwd(), path), 'utf8');
  return stripTypeScriptTypes(source).replace(comments, '');
}
