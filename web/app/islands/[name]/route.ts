import { readFile } from 'node:fs/promises';
import { stripTypeScriptTypes } from 'node:module';
import { join } from 'node:path';
import { islands } from '../../../server/islands.ts';

export const dynamic = 'force-static';
export const dynamicParams = false;

export function generateStaticParams(): { name: string }[] {
  return Object.keys(islands).map((name) => ({ name: `${name}.js` }));
}

/** An island as the browser runs it: its TypeScript without the types. Made once, when the site is built. */
export async function GET(_: Request, { params }: { params: Promise<{ name: string }> }): Promise<Response> {
  const { name } = await params;
  const path = islands[name.replace(/\.js$/, '')];
  if (!path) return new Response(null, { status: 404 });
  const source = await readFile(join(/* turbopackIgnore: true */ process.cwd(), path), 'utf8');
  const comments = /^\s*(\/\*\*[\s\S]*?\*\/|\/\/.*)$/gm;
  const script = stripTypeScriptTypes(source)
    .replace(comments, '')
    .replace(/\n\s*\n+/g, '\n');
  return new Response(script, {
    headers: { 'content-type': 'text/javascript; charset=utf-8', 'cache-control': 'public, max-age=600' },
  });
}
