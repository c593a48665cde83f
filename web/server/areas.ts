/** Staff screens and the wall are applications in the browser; every other page is plain HTML. */
const withRuntime = /^\/(ar|en)\/(staff|wall)(\/|$)/;
const withoutPages = /^\/(_next|api|auth|islands)(\/|$)/;

/** Whether the page at `pathname` carries React's runtime to the browser. */
export function needsRuntime(pathname: string): boolean {
  return withRuntime.test(pathname);
}

/** Whether `pathname` is a page for people (not a file, a route handler or Next's own). */
export function isPage(pathname: string): boolean {
  return !withoutPages.test(pathname) && !/\.[a-z0-9]+$/i.test(pathname);
}
