import { bundleIsland } from '../../../server/bundle-island.ts';
import { islands } from '../../../server/islands.ts';

export const dynamic = 'force-static';
export const dynamicParams = false;

export function generateStaticParams(): { name: string }[] {
  return Object.keys(islands).map((name) => ({ name: `${name}.js` }));
}

/** An island as the browser runs it. Made once, when the site is built. */
export async function GET(_: Request, { params }: { params: Promise<{ name: string }> }): Promise<Response> {
  const { name } = await params;
  const file = islands[name.replace(/\.js$/, '')];
  if (!file) return new Response(null, { status: 404 });
  return new Response(await bundleIsland(file, process.cwd()), {
    headers: { 'content-type': 'text/javascript; charset=utf-8', 'cache-control': 'public, max-age=600' },
  });
}
