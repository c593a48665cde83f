/**
 * A small script of ours on a page that works without it; see app/islands. Not stripped, as it says what it
 * is.
 */
export function Island({ name }: { name: string }) {
  return <script type="module" src={`/islands/${name}.js`} data-island={name} />;
}
