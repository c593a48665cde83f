/** The name in addresses under which a form that came back is found again. */
const name = 'form';

/** A path of this site with the id of a form that came back; one that was there before is replaced. */
export function withProblem(path: string, id: string): string {
  const { pathname, search } = withoutProblem(path);
  search.set(name, id);
  return `${pathname}?${search}`;
}

/** A path of this site in its parts, and the id that was in it. */
export function withoutProblem(path: string): {
  pathname: string;
  search: URLSearchParams;
  id: string | null;
} {
  const at = path.indexOf('?');
  const pathname = at === -1 ? path : path.slice(0, at);
  const search = new URLSearchParams(at === -1 ? '' : path.slice(at));
  const id = search.get(name);
  search.delete(name);
  return { pathname, search, id: id && /^[\w-]{12}$/.test(id) ? id : null };
}
